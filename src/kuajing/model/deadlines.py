"""Days ahead by which something is due, ends or may begin 期限."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """One such day, not past; `id` is named by `deadline.<id>`, `about` is `approval`, `handler` or `transfer`.

    `weekends_only` are years through which working days were counted whose holidays are not known: the day may then be
    another.
    """

    day: date
    id: str
    about: str
    citations: tuple[str, ...]
    weekends_only: tuple[int, ...] = ()
