"""An input error as a person reads it: where, what and what to do, and the line with a caret."""

from kuajing.messages import message
from kuajing.messages.carets import caret_lines, visible
from kuajing.source.errors import InputError


def error_text(error: InputError, language: str) -> str:
    """The error in `en` or `zh`, without a final line break."""
    values = tuple((name, visible(value)) for name, value in error.values)
    head = f"{visible(str(error.location))}: {message(error.message, language, values)}"
    if not error.excerpt.strip():
        return head
    line, caret = caret_lines(error.excerpt, error.location.column)
    return f"{head}\n    {line}\n    {caret}"
