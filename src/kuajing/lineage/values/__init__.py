"""Where values come from: columns, relations, scopes, and what each step does to a value."""
