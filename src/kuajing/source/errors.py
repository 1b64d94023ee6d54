"""What is wrong with an input, as data: one class, gathered and told all at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from kuajing.source.location import Location


@dataclass(frozen=True, slots=True, order=True)
class InputError:
    """One fault of an input.

    `message` is a key of `kuajing.messages`; `values` fill its placeholders. `excerpt` is the source line that
    the caret is drawn under, empty where there is none to show; it never holds a secret or a personal value.
    """

    location: Location
    message: str
    values: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""


class InputErrors(Exception):  # noqa: N818  a group of errors, told together
    """All faults found in one go, sorted by place."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = tuple(sorted(errors))
        super().__init__(f"{len(self.errors)} input errors")
