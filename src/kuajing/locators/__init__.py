"""A system or endpoint in, its jurisdiction out, with the evidence."""
