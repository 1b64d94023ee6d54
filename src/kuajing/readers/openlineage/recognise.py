"""Which texts hold OpenLineage events."""

import re

_JSON = re.compile(r"[\s\ufeff]*(?:\[|\{(?![{%#]))")
_TYPED = re.compile(r'"eventType"\s*:\s*"(?:START|RUNNING|COMPLETE|ABORT|FAIL|OTHER)"', re.IGNORECASE)
_BY_SCHEMA = re.compile(r'"schemaURL"\s*:\s*"[^"\n]{0,300}OpenLineage\.json')
_NAMED = re.compile(r'"namespace"\s*:')
_PART = re.compile(r'"(?:inputs|outputs|job|dataset)"\s*:\s*[\[{]')


def recognises(path: str, text: str) -> bool:
    """Whether a text holds an event: JSON that says what became of a run, or names the schema of an event."""
    del path  # events are kept under any name
    if _JSON.match(text) is None or ("eventType" not in text and "OpenLineage.json" not in text):
        return False
    is_event = _TYPED.search(text) is not None or _BY_SCHEMA.search(text) is not None
    return is_event and _NAMED.search(text) is not None and _PART.search(text) is not None
