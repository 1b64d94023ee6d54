"""Which files are of a Fides map."""

import re

_ENDINGS = (".yml", ".yaml")
_SECTION = re.compile(
    r"^(?:dataset|system|data_category|data_use|data_subject|data_qualifier|policy|organization|registry):",
    re.MULTILINE,
)


def recognises(path: str, text: str) -> bool:
    """Whether a file is of a Fides map: a section of one, and a key as only Fides calls it."""
    return path.lower().endswith(_ENDINGS) and "fides_key" in text and bool(_SECTION.search(text))
