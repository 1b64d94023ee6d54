"""The whole journey: from a folder to the analysis of one day."""
