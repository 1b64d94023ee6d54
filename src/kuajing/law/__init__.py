"""Articles in force and a transfer's facts in, a verdict out."""
