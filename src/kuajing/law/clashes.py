"""Facts of one case that cannot both hold: the strictest reading is judged, and which facts they are is told."""

from kuajing.model.cases import Case
from kuajing.model.clashes import Clash
from kuajing.model.interval import Interval

SENSITIVE = "data.ytd_persons.sensitive"
_SENSITIVE_BY_NATURE = ("data.under_14", "data.face", "data.human_genetic")
_NO_ONE = Interval.exactly(0)
_ONE = Interval.exactly(1)
"""What the count is read as: there is no more on record than that it cannot be nobody."""


def strictest(case: Case) -> tuple[Case, tuple[Clash, ...]]:
    """The case as it is judged, and the facts in it that contradict each other.

    People abroad from the start stand outside the counts, so with them nobody counted is no contradiction.
    """
    facts = dict(case.facts)
    abroad = facts.get("data.foreign_origin_persons", _NO_ONE)
    if facts.get(SENSITIVE) != _NO_ONE or facts.get("data.personal") is False or abroad != _NO_ONE:
        return case, ()
    found = tuple(
        Clash(path, SENSITIVE, "0", "1") for path in _SENSITIVE_BY_NATURE if facts.get(path) is True
    )
    if not found:
        return case, ()
    return Case(case.id, case.on, tuple(sorted({**facts, SENSITIVE: _ONE}.items()))), found
