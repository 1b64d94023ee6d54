"""Why something was not read."""

MESSAGES: dict[str, tuple[str, str]] = {}
