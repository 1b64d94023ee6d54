"""Why an endpoint or system stands where it is said to stand."""

MESSAGES: dict[str, tuple[str, str]] = {}
