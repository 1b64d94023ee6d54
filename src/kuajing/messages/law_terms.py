"""Names of routes, duties, violations, facts and other words of the law."""

MESSAGES: dict[str, tuple[str, str]] = {}
