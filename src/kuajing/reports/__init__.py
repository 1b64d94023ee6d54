"""An analysis in, text of one format out."""
