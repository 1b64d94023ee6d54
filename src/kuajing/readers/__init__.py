"""Text of one format in, facts out."""
