"""Transfers whose route is open, and what would settle it."""

from collections.abc import Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

OF_DUTIES = (
    "compliance.",
    "mechanism.",
    "flow.started",
    "handler.pipo_filed",
    "handler.representative_in_china",
)
"""What the paths of facts begin with that say how a duty is met: they decide no route."""

COUNTS = "data.ytd_persons."
"""What the paths of the tally begin with."""


def undetermined(analysis: Analysis) -> Iterator[Judgement]:
    """The declared transfers that leave by a route not yet known."""
    for judgement in leaving(analysis):
        is_open = judgement.verdict.route == "undetermined" and not judgement.holds_on_every_route
        if is_open and judgement.transfer.leaves is Truth.YES:
            yield judgement


def open_facts(judgement: Judgement) -> tuple[str, ...]:
    """The absent facts that decide the route."""
    return tuple(path for path in judgement.verdict.unsettled if not path.startswith(OF_DUTIES))


def hangs_on_counts(judgement: Judgement) -> bool:
    """Whether counts of people alone keep the route open."""
    paths = open_facts(judgement)
    return bool(paths) and all(path.startswith(COUNTS) for path in paths)


def finding(analysis: Analysis, judgement: Judgement, check: str, level: Level, message: str) -> Finding:
    """That a route is open: which ones are possible, what would settle it, and the tally."""
    tally = dict(judgement.transfer.case.facts)
    return about(
        analysis,
        judgement,
        check=check,
        nature=Nature.UNKNOWN,
        level=level,
        message=message,
        values=(
            ("routes", terms("route", judgement.verdict.possible)),
            ("unsettled", terms("fact", open_facts(judgement))),
            ("ordinary", str(tally.get("data.ytd_persons.non_sensitive", "?"))),
            ("sensitive", str(tally.get("data.ytd_persons.sensitive", "?"))),
        ),
        citations=_citations(judgement),
    )


def _citations(judgement: Judgement) -> tuple[str, ...]:
    """The articles of the questions that are open or that end them, then what stands behind every possible route."""
    steps = (step for step in judgement.verdict.reasoning if step.asked.startswith("ask."))
    asked = (step.citation for step in steps if step.answer is not Truth.NO and step.citation)
    return tuple(dict.fromkeys((*asked, *judgement.verdict.citations)))
