"""Names and addresses as they may leave: nothing in them that somebody wrote as a value."""

import re

from kuajing.source.credentials import without_credentials

_IS_EXPRESSION = re.compile(r"[\s()+*%<>=,]")
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{6,}(?!\w)")


def bare(text: str) -> str:
    """A name or address without the credentials of an address.

    A column that nobody named is called by its expression, whose long numbers may be somebody's telephone or card.
    """
    if _IS_EXPRESSION.search(text):
        text = _LONG_NUMBER.sub("?", text)
    return without_credentials(text) if "://" in text or "=" in text else text
