"""Whether two outcomes ask for different things of the same case, one fact apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kuajing.law.book import LawBook
from kuajing.law.consequences import Consequences, consequences
from kuajing.law.procedure import Question
from kuajing.law.situation import Outcome, Situation
from kuajing.law.values import Value, meet

_Asked = tuple[frozenset[str], frozenset[str]]


@dataclass(slots=True)
class Differing:
    """Compares the outcomes of one case by their duties and violations; `narrowed` is what the facts may be for each."""

    book: LawBook
    questions: tuple[Question, ...]
    situation: Situation
    narrowed: Mapping[Outcome, Situation]
    found: Mapping[Outcome, Consequences]
    done: dict[tuple[Outcome, Outcome, str], _Asked] = field(default_factory=dict)

    def differ(self, one: Outcome, other: Outcome, apart: str) -> bool:
        """Whether duties or violations differ where every fact but `apart` is the same."""
        if one == other or _asked(self.found[one]) == _asked(self.found[other]):
            return False
        return self._as_in(one, other, apart) != self._as_in(other, one, apart)

    def _as_in(self, one: Outcome, other: Outcome, apart: str) -> _Asked:
        """What an outcome asks for where the facts, but for one, are no more open than the other outcome allows."""
        key = (one, other, apart)
        if key not in self.done:
            own, shared = self.narrowed[one], {}
            for path, value in self.narrowed[other].given.items():
                common = None if path == apart else _common(own, path, value)
                if common is not None:
                    shared[path] = common
            case = own.with_values(shared)
            self.done[key] = _asked(consequences(self.book, self.questions, case, one))
        return self.done[key]


def _common(own: Situation, path: str, value: Value) -> Value:
    """What two readings of a fact have in common, for those facts whose values are tried."""
    if own.given.get(path) == value:
        return None
    return meet(own.value(path), value)


def _asked(told: Consequences) -> _Asked:
    duties = frozenset(duty.id for duty in told.duties)
    return duties, frozenset(violation.id for violation in told.violations)
