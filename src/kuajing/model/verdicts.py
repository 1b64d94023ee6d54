"""What the law answers: a route, duties, violations, and the reasoning that leads there 结论."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kuajing.model.truth import Truth


class Step(NamedTuple):
    """One question of law: the key it rests on, what was asked, the answer, and the facts read for it.

    `citation` is empty where no article stands behind the question; `asked` is a key of `kuajing.messages`
    (`ask.…`); `read` holds the path and the value of each fact, "unknown" where there is none. `turns_on` are the paths
    that the answer turns on, empty where it turns on all that were read.
    """

    citation: str
    asked: str
    answer: Truth
    read: tuple[tuple[str, str], ...]
    turns_on: tuple[str, ...] = ()


class Violation(NamedTuple):
    """A rule that is not shown to be met by data that already flows; `id` is named by `violation.<id>`."""

    id: str
    citations: tuple[str, ...]


class Duty(NamedTuple):
    """Something the handler has to do 义务, due whether it is done or not; `id` is named by `duty.<id>`.

    `met` is what the facts show, for planned flows too: yes, no, or unknown. `lasting` marks a duty that goes on:
    where `met` is unknown, its evidence is to be kept ready.
    """

    id: str
    met: Truth
    citations: tuple[str, ...]
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one transfer on one day.

    `route` is named by `route.<word>`. `possible` holds the routes still open where `route` is `undetermined`;
    `unsettled` the paths of absent facts that would change route, duties or violations. Sets are sorted;
    `reasoning` follows the order of the questions. `mechanisms` are those that the route takes, each with the first day on
    which it stood, where one of them did not stand yet.
    """

    id: str
    on: date
    route: str
    possible: tuple[str, ...]
    exemption: str | None
    duties: tuple[Duty, ...]
    violations: tuple[Violation, ...]
    citations: tuple[str, ...]
    contested_points: tuple[str, ...]
    alternatives: tuple[str, ...]
    unsettled: tuple[str, ...]
    reasoning: tuple[Step, ...]
    mechanisms: tuple[tuple[str, date], ...] = ()

    @property
    def is_contested(self) -> bool:
        """Whether the law is unsettled on a point that this case turns on."""
        return bool(self.contested_points)
