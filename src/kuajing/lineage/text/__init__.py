"""SQL as text: tokens, statements, names and definitions, before any parser."""
