"""Trails for people: those that run the same way told once, hop by hop with the place of each."""

from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.crossings import Crossing, Hop, LabelTrail
from kuajing.model.declaration import Declaration
from kuajing.model.facts import Basis, Transform
from kuajing.model.findings import Finding
from kuajing.model.labels import SENSITIVE, Form, Origin
from kuajing.model.names import ROWS, ColumnName
from kuajing.model.transfers import Judgement, Transfer
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.parties import party_names
from kuajing.reports.spans import Line
from kuajing.reports.steps import Notes, aligned
from kuajing.reports.words import Words
from kuajing.source.location import Location

_LEAVING = {Truth.YES: "violation", Truth.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Atlas:
    """What a trail is told with: where columns are defined, where systems stand, which access a trail ends in."""

    defined: dict[ColumnName, Location]
    mainland: dict[str, Truth]
    jurisdiction: dict[str, str]
    label: dict[str, str]
    access: dict[LabelTrail, Crossing]
    judgement: dict[str, Judgement]
    declaration: Declaration

    def leaves(self, hop: Hop) -> Truth:
        """Whether a hop goes from the mainland to a place abroad."""
        if hop.source.dataset.system == hop.target.dataset.system:
            return Truth.NO
        before = self.mainland.get(hop.source.dataset.system, Truth.UNKNOWN)
        return before & ~self.mainland.get(hop.target.dataset.system, Truth.UNKNOWN)

    def transfer(self, finding: Finding) -> Transfer | None:
        """The transfer that a finding is about, where it is about one."""
        judgement = self.judgement.get(finding.transfer or "")
        return None if judgement is None else judgement.transfer

    def parties(self, words: Words) -> dict[str, str]:
        """The names of handlers and recipients."""
        return party_names(self.declaration, words)


def atlas(analysis: Analysis) -> Atlas:
    """The atlas of an analysis."""
    columns = (column for dataset in analysis.estate.datasets for column in dataset.columns)
    return Atlas(
        defined={column.name: column.locations[0] for column in columns if column.locations},
        mainland={system: placement.mainland for system, placement in analysis.labelling.placements},
        jurisdiction={system: placement.jurisdiction for system, placement in analysis.labelling.placements},
        label={system.id: system.label for system in analysis.estate.systems},
        access={trail: one for one in analysis.crossings if one.target is None for trail in one.trails},
        judgement={judgement.transfer.id: judgement for judgement in analysis.judgements},
        declaration=analysis.declaration,
    )


@dataclass(frozen=True, slots=True)
class Way:
    """Trails of one form between the same datasets by the same files; the first is the one that is told."""

    trails: tuple[LabelTrail, ...]

    @property
    def told(self) -> LabelTrail:
        """The trail that stands for all."""
        return self.trails[0]

    @property
    def form(self) -> Form:
        """In what form the data goes this way."""
        return self.told.label.form

    @property
    def starts(self) -> tuple[ColumnName, ...]:
        """The columns that the data starts from, sorted."""
        return tuple(sorted({trail.start for trail in self.trails}))


def evidence(finding: Finding, known: Atlas) -> tuple[LabelTrail, ...]:
    """The trails of a finding, then the other trails of the transfer it is about."""
    transfer = known.transfer(finding)
    crossings = () if transfer is None or not finding.trails else transfer.crossings
    others = (trail for crossing in crossings for trail in crossing.trails if _tells(trail, transfer))
    return tuple(dict.fromkeys((*finding.trails, *others)))


def _tells(trail: LabelTrail, transfer: Transfer | None) -> bool:
    """Whether a trail says something of its own.

    What only chose rows matters where a transit is claimed; how sensitive a value is stands beside its category.
    """
    if trail.label.category.startswith(SENSITIVE):
        return False
    return trail.label.form is not Form.INFLUENCE or (transfer is not None and transfer.claims("transit"))


def is_meant(trail: LabelTrail, finding: Finding, known: Atlas) -> bool:
    """Whether a trail carries what a finding is about: categories that grew, or what ends a transit claimed."""
    grown = dict(finding.values).get("grown_categories", "")
    if grown:
        return trail.label.category in grown.split(", ")
    transfer = known.transfer(finding)
    return transfer is not None and transfer.claims("transit") and trail.label.origin is Origin.MAINLAND


def ways(trails: tuple[LabelTrail, ...]) -> tuple[Way, ...]:
    """The trails, grouped by the way they run, in the order given."""
    groups: dict[tuple[object, ...], list[LabelTrail]] = {}
    for trail in trails:
        hops = tuple(
            (hop.target.dataset, hop.location.path, hop.mechanism, hop.transform, hop.functions)
            for hop in trail.hops
        )
        ends = (trail.start.dataset, trail.end.dataset, trail.label.form)
        groups.setdefault((*ends, hops), []).append(trail)
    return tuple(Way(tuple(group)) for group in groups.values())


def column_words(column: ColumnName, words: Words) -> str:
    """A column by its whole name; what stands for the rows of a dataset is said in words."""
    if column.column != ROWS:
        return visible(str(column))
    return words.placed(visible(str(column.dataset)), words.term("report.rows"))


def how(hop: Hop, words: Words) -> str:
    """By what a hop moves the value, what it does to it, and how sure that is."""
    parts = [words.word("report.mechanism", hop.mechanism)]
    if hop.transform is not Transform.IDENTITY:
        by = words.listed(map(visible, hop.functions))
        kind = "report.transform_by" if by else "report.transform"
        parts.append(words.term(f"{kind}.{hop.transform.value}", (("functions", by),)))
    if hop.environment:
        parts.append(words.term("report.environment", (("environment", visible(hop.environment)),)))
    if not hop.certain:
        parts.append(words.term("report.trail.one_of_several"))
    if hop.basis is Basis.INFERRED:
        parts.append(words.term("report.basis.inferred"))
    return words.listed(parts)


def way_lines(way: Way, words: Words, known: Atlas, room: int) -> tuple[Line, ...]:
    """A way as lines: the column it starts from, one for each hop, and who opens it where no hop crosses.

    A line that is wider than `room` goes on below itself, set in.
    """
    trail = way.told
    names = [column_words(trail.start, words)]
    names += ["→ " + column_words(hop.target, words) for hop in trail.hops]
    places = [_place(known.defined.get(trail.start)), *(_place(hop.location) for hop in trail.hops)]
    notes: list[Notes] = [_also(way, words), *(_notes(hop, words, known) for hop in trail.hops)]
    access = known.access.get(trail)
    if access is not None:
        names.append(_opener(access, words, known))
        places.append(_place(access.location))
        notes.append(((_opened(access, words), "violation"),))
    return aligned(names, places, notes, room)


def _also(way: Way, words: Words) -> Notes:
    more = len(way.starts) - 1
    also = words.term("report.trail.more_columns", (("count", str(more)),)) if more else ""
    return ((also, "quiet"),) if also else ()


def _notes(hop: Hop, words: Words, known: Atlas) -> Notes:
    leaves = known.leaves(hop)
    said: Notes = ((how(hop, words), "quiet"),)
    if leaves is Truth.NO:
        return said
    return (*said, (words.term(f"report.trail.leaves.{leaves.value}"), _LEAVING[leaves]))


def _opener(access: Crossing, words: Words, known: Atlas) -> str:
    system = access.target_system
    name, place = visible(known.label.get(system, system)), words.place(known.jurisdiction.get(system, ""))
    return f"⇢ {words.placed(name, place)}"


def _opened(access: Crossing, words: Words) -> str:
    via = () if access.via is None else (("via", access.via),)
    return words.term("report.trail.opened_via" if via else "report.trail.opened", via)


def _place(location: Location | None) -> str:
    return "" if location is None else visible(str(location))
