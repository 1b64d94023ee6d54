"""Every sentence a person reads, in English and Chinese, by key.

A table is a dict of key -> (English, Chinese); placeholders are `{name}` and are the same in both. Keys are
`area.name`, where the area is the module that holds the table.
"""

from kuajing.messages import (
    addresses_and_locations,
    findings,
    input_errors,
    interface,
    law_terms,
    unread,
)

LANGUAGES = ("en", "zh")
_TABLES = (
    input_errors.MESSAGES,
    unread.MESSAGES,
    findings.MESSAGES,
    law_terms.MESSAGES,
    addresses_and_locations.MESSAGES,
    interface.MESSAGES,
)


def message(key: str, language: str, values: tuple[tuple[str, str], ...] = ()) -> str:
    """The sentence under `key` in `en` or `zh` with its placeholders filled.

    Raises KeyError for a key or language that no table holds: a programming error, which a test rules out.
    """
    index = LANGUAGES.index(language)
    for table in _TABLES:
        if key in table:
            return table[key][index].format_map(dict(values))
    raise KeyError(key)


def keys() -> tuple[str, ...]:
    """All keys, sorted."""
    return tuple(sorted(key for table in _TABLES for key in table))
