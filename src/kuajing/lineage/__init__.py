"""SQL text in; statements, column edges, transform tags and what stayed unread out. The only door of sqlglot."""
