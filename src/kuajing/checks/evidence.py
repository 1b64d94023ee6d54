"""What findings show of a transfer: where it was opened, the most telling trails, how sure we are."""

from collections.abc import Iterable

from kuajing.model.analysis import Analysis
from kuajing.model.crossings import LabelTrail
from kuajing.model.facts import Basis
from kuajing.model.labels import Form
from kuajing.model.transfers import Judgement, Transfer
from kuajing.source.location import Location

_WEAKEST = (Basis.DECLARED, Basis.OBSERVED, Basis.INFERRED)


def opened_at(analysis: Analysis, transfer: Transfer) -> Location:
    """The place that opened the exit: the first crossing's evidence, else the flow that declares it."""
    if transfer.crossings:
        return min(crossing.location for crossing in transfer.crossings)
    return min(flow.location for flow in analysis.declaration.flows if flow.id in transfer.flows)


def also_at(analysis: Analysis, transfer: Transfer) -> tuple[Location, ...]:
    """Every other place that opens or declares the exit, sorted."""
    places = {crossing.location for crossing in transfer.crossings}
    places |= {flow.location for flow in analysis.declaration.flows if flow.id in transfer.flows}
    return tuple(sorted(places - {opened_at(analysis, transfer)}))


def telling(transfer: Transfer) -> tuple[LabelTrail, ...]:
    """One trail for each way that the data takes, values before figures, sorted by label.

    What only decided which rows are there is told where a transit is claimed: there it decides.
    """
    claims = transfer.case.fact("claims")
    transit = isinstance(claims, tuple) and "transit" in claims
    ways: dict[tuple[object, ...], LabelTrail] = {}
    for crossing in transfer.crossings:
        for trail in sorted(crossing.trails, key=_weight):
            if trail.label.category.startswith("sensitive:") or (
                trail.label.form is Form.INFLUENCE and not transit
            ):
                continue
            way = (trail.start.dataset, *(hop.target.dataset for hop in trail.hops), trail.end.dataset)
            ways.setdefault(way, trail)
    return tuple(sorted(ways.values(), key=_weight))


def _weight(trail: LabelTrail) -> tuple[int, bool, str, str, str]:
    order = (Form.PLAIN, Form.AGGREGATE, Form.INFLUENCE)
    category = trail.label.category
    return (
        order.index(trail.label.form),
        not category.startswith("pi."),
        category,
        str(trail.start),
        str(trail.end),
    )


def confidence(analysis: Analysis, trails: Iterable[LabelTrail]) -> Basis:
    """The weakest basis on the trails, classification of their first column included."""
    classifications = dict(analysis.labelling.classifications)
    found = {Basis.DECLARED}
    for trail in trails:
        found |= {hop.basis for hop in trail.hops}
        if trail.start in classifications:
            found.add(classifications[trail.start].basis)
    return max(found, key=_WEAKEST.index)


def carried(transfer: Transfer) -> str:
    """The categories of a transfer in one line."""
    return ", ".join(transfer.categories or transfer.aggregates) or "?"


def named(transfer: Transfer) -> tuple[tuple[str, str], ...]:
    """The values that most sentences about a transfer need."""
    first = transfer.crossings[0] if transfer.crossings else None
    return (
        ("transfer", transfer.id),
        ("handler", transfer.handler or "?"),
        ("recipient", transfer.recipient or (first.target_system if first else "?")),
        ("jurisdiction", transfer.jurisdiction or "?"),
        ("purpose", transfer.purpose or "?"),
        ("categories", carried(transfer)),
        ("source", str(first.source) if first else "?"),
        ("target", str(first.target or first.target_system) if first else "?"),
    )


def is_declared(transfer: Transfer) -> bool:
    """Whether a flow, or a grant with a purpose, accounts for the transfer."""
    return transfer.purpose is not None or bool(transfer.flows)


def leaving(analysis: Analysis) -> Iterable[Judgement]:
    """Transfers that a flow or grant accounts for."""
    return (judgement for judgement in analysis.judgements if is_declared(judgement.transfer))


def carries_known(transfer: Transfer) -> bool:
    """Whether values known to be personal or important cross, not only figures or columns nobody named."""
    labels = [label for crossing in transfer.crossings for label in crossing.labels]
    return bool(transfer.categories) or any(label.category.startswith("important:") for label in labels)


def terms(area: str, words: Iterable[str]) -> str:
    """Words as keys of the message table, joined, so that a report can say them in its language."""
    return ", ".join(f"{area}.{word}" for word in words)
