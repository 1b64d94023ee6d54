"""Faults of single values: what a validator raises, by a key of `kuajing.messages`."""

from difflib import get_close_matches

from pydantic_core import PydanticCustomError

from kuajing.source.excerpts import shown as quoted


class Blank:
    """What stands for a value that was left empty; `null` says more than nothing does."""


BLANK = Blank()


def fault(name: str, **values: str) -> PydanticCustomError:
    """The fault under the message `declaration.<name>`."""
    return PydanticCustomError(f"declaration.{name}", "", values)


def shown(value: object) -> str:
    """A value as a message may quote it: short, free of secrets, no more than its kind where it holds others."""
    match value:
        case bool():
            return str(value).lower()
        case None:
            return "null"
        case str():
            return quoted(value)
        case list():
            return "[…]"
        case dict():
            return "{…}"
        case _:
            return str(value)


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that was most likely meant, None where none is near."""
    folded = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    wanted = word.casefold().strip().replace("-", "_").replace(" ", "_")
    for form in (word.casefold(), wanted):
        found = get_close_matches(form, list(folded), n=1, cutoff=0.6)
        if found:
            return folded[found[0]]
    return None
