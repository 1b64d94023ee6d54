"""What findings show of a transfer: where it was opened, the most telling trails, how sure we are."""

from collections.abc import Iterable

from kuajing.model.analysis import Analysis
from kuajing.model.crossings import LabelTrail
from kuajing.model.facts import Basis
from kuajing.model.labels import IMPORTANT, SENSITIVE, Form, Origin, is_personal
from kuajing.model.transfers import Judgement, Transfer
from kuajing.source.location import Location

NOTHING = frozenset[str]()
_WEAKEST = (Basis.DECLARED, Basis.OBSERVED, Basis.INFERRED)


def opened_at(analysis: Analysis, transfer: Transfer, outside: frozenset[str] = NOTHING) -> Location:
    """The place to look at first: where what a finding is about crosses, else the first crossing's evidence.

    A transfer that no file shows is placed at the flow that declares it.
    """
    for trail in telling(transfer, outside):
        if is_meant(trail, transfer, outside):
            return _crossed_at(trail, transfer)
    if transfer.crossings:
        return min(crossing.location for crossing in transfer.crossings)
    return min(flow.location for flow in analysis.declaration.flows if flow.id in transfer.flows)


def _crossed_at(trail: LabelTrail, transfer: Transfer) -> Location:
    """Where a trail crosses: its last hop, or the evidence of an access."""
    crossing = next(crossing for crossing in transfer.crossings if trail in crossing.trails)
    return trail.hops[-1].location if trail.hops and crossing.target is not None else crossing.location


def also_at(analysis: Analysis, transfer: Transfer, shown: Location) -> tuple[Location, ...]:
    """Every place that opens or declares the exit but the one that is shown first, sorted."""
    places = {crossing.location for crossing in transfer.crossings}
    places |= {flow.location for flow in analysis.declaration.flows if flow.id in transfer.flows}
    return tuple(sorted(places - {shown}))


def telling(transfer: Transfer, outside: frozenset[str] = NOTHING) -> tuple[LabelTrail, ...]:
    """One trail for each way that the data takes: what a finding is about first, values before figures, by label.

    What only decided which rows are there is told where a transit is claimed: there it decides.
    """

    def weight(trail: LabelTrail) -> tuple[object, ...]:
        return (not is_meant(trail, transfer, outside), *_weight(trail))

    ways: dict[tuple[object, ...], LabelTrail] = {}
    for crossing in transfer.crossings:
        for trail in sorted(crossing.trails, key=weight):
            if trail.label.category.startswith(SENSITIVE) or (
                trail.label.form is Form.INFLUENCE and not transfer.claims("transit")
            ):
                continue
            way = (trail.start.dataset, *(hop.target.dataset for hop in trail.hops), trail.end.dataset)
            ways.setdefault(way, trail)
    return tuple(sorted(ways.values(), key=weight))


def is_meant(trail: LabelTrail, transfer: Transfer, outside: frozenset[str]) -> bool:
    """Whether a trail carries what a finding is about: categories outside a scope, or what ends a transit claimed."""
    if outside:
        return trail.label.category in outside
    return transfer.claims("transit") and trail.label.origin is Origin.MAINLAND


def _weight(trail: LabelTrail) -> tuple[int, bool, str, str, str]:
    order = (Form.PLAIN, Form.AGGREGATE, Form.INFLUENCE)
    category = trail.label.category
    return (
        order.index(trail.label.form),
        not is_personal(category),
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
    return bool(transfer.categories) or any(label.category.startswith(IMPORTANT) for label in labels)


def terms(area: str, words: Iterable[str]) -> str:
    """Words as keys of the message table, joined, so that a report can say them in its language."""
    return ", ".join(f"{area}.{word}" for word in words)
