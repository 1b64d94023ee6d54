"""Every sentence a person reads, in English and Chinese, by key.

A table is a dict of key -> (English, Chinese); placeholders are `{name}` and are the same in both. Keys are
`area.name`, where the area is the module that holds the table.
"""

from kuajing.messages import (
    addresses_and_locations,
    command_line,
    exports,
    findings,
    input_errors,
    interface,
    law_terms,
    policies,
    unread,
    unread_connect,
    unread_dbt,
    unread_dolphinscheduler,
    unread_events,
    unread_fideslang,
    unread_flink_cdc,
    unread_seatunnel,
)

LANGUAGES = ("en", "zh")
_TABLES = (
    input_errors.MESSAGES,
    unread.MESSAGES,
    unread_dbt.MESSAGES,
    unread_dolphinscheduler.MESSAGES,
    unread_fideslang.MESSAGES,
    unread_flink_cdc.MESSAGES,
    unread_connect.MESSAGES,
    unread_seatunnel.MESSAGES,
    unread_events.MESSAGES,
    findings.MESSAGES,
    law_terms.MESSAGES,
    addresses_and_locations.MESSAGES,
    interface.MESSAGES,
    command_line.MESSAGES,
    exports.MESSAGES,
    policies.MESSAGES,
)


def message(key: str, language: str, values: tuple[tuple[str, str], ...] = ()) -> str:
    """The sentence under `key` in `en` or `zh` with its placeholders filled.

    A value that is itself a key, or several joined by a comma, is said in the same language with the same values.
    Raises KeyError for a key or placeholder that nothing fills: a programming error, which a test rules out.
    """
    said = {name: _terms(value, language, values) for name, value in values}
    return _row(key)[LANGUAGES.index(language)].format_map(said)


def _terms(text: str, language: str, values: tuple[tuple[str, str], ...]) -> str:
    words = text.split(", ")
    known = [word for word in words if is_key(word)]
    if not known:
        return text
    inner = tuple((name, value) for name, value in values if not set(value.split(", ")) & set(known))
    said = (message(word, language, inner) if word in known else word for word in words)
    return (", ", "、")[LANGUAGES.index(language)].join(said)


def _row(key: str) -> tuple[str, str]:
    for table in _TABLES:
        if key in table:
            return table[key]
    raise KeyError(key)


def is_key(text: str) -> bool:
    """Whether a text is a key of the table."""
    return any(text in table for table in _TABLES)


def keys() -> tuple[str, ...]:
    """All keys, sorted."""
    return tuple(sorted(key for table in _TABLES for key in table))
