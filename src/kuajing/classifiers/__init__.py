"""A column in, its category out, with the evidence."""
