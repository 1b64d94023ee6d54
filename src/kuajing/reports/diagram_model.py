"""The picture before it is drawn: boxes in parties in jurisdictions, arrows between boxes, all texts spoken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from kuajing.model.standing import INSIDE, NOTHING_NAMED, STANDINGS


class Side(Enum):
    """On which side of the border a jurisdiction lies."""

    HOME = "home"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


class Level(Enum):
    """What a box stands for, the finest first: a system, a legal person, a jurisdiction."""

    SYSTEM = "system"
    PARTY = "party"
    JURISDICTION = "jurisdiction"


@dataclass(frozen=True, slots=True)
class Group:
    """A jurisdiction, or a party in one: what boxes stand in."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Amount:
    """How many columns move; `open` where all columns of some dataset do, however many those are."""

    columns: int
    open: bool = False

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.columns + other.columns, self.open or other.open)

    def __bool__(self) -> bool:
        return self.open or self.columns > 0


NOTHING = Amount(0)


@dataclass(frozen=True, slots=True)
class Box:
    """One thing that is drawn.

    `shape` is a kind of system, `party` or `jurisdiction`; `stands_for` counts systems, `inside` the columns that move
    between them.
    """

    id: str
    title: str
    notes: tuple[str, ...]
    shape: str
    side: Side
    cluster: Group
    party: Group
    stands_for: int = 1
    inside: Amount = NOTHING


@dataclass(frozen=True, slots=True)
class Arrow:
    """Everything of one standing that goes from one box to another; `lit` is False where it is to recede.

    Between systems an arrow has one kind, between larger boxes it may have several.
    """

    source: str
    target: str
    kinds: tuple[str, ...]
    standing: str
    categories: tuple[str, ...]
    amount: Amount
    lit: bool = True


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of a picture: the names of standings, and what is said of numbers and arrows.

    `amount` says how many columns; `carried` by which kinds of movement how many; `arriving` that as many come in.
    """

    standings: dict[str, str]
    border: str
    listed: Callable[[Iterable[str]], str]
    separator: str
    systems: Callable[[int], str]
    inside: Callable[[Amount], str]
    amount: Callable[[Amount], str]
    carried: Callable[[Arrow], str]
    arriving: Callable[[Arrow, Side], str]
    more: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes and arrows, sorted, with a title, a subtitle and the notes that stand below."""

    title: str
    subtitle: str
    level: Level
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[str, ...]
    speech: Speech

    def standings(self) -> tuple[str, ...]:
        """The standings that the arrows have, the gravest first."""
        present = {arrow.standing for arrow in self.arrows}
        return tuple(word for word in STANDINGS if word in present)


def merged(arrows: Iterable[Arrow], level: Level) -> tuple[Arrow, ...]:
    """Arrows with the same ends and standing as one, sorted; an arrow back to its own box goes.

    Between systems the kinds stay apart.
    """
    groups: dict[tuple[str, str, str, tuple[str, ...]], list[Arrow]] = {}
    for arrow in arrows:
        if arrow.source != arrow.target:
            kinds = arrow.kinds if level is Level.SYSTEM else ()
            groups.setdefault((arrow.source, arrow.target, arrow.standing, kinds), []).append(arrow)
    return tuple(
        Arrow(
            source=source,
            target=target,
            standing=standing,
            kinds=tuple(sorted({kind for arrow in group for kind in arrow.kinds})),
            categories=tuple(dict.fromkeys(category for arrow in group for category in arrow.categories)),
            amount=sum((arrow.amount for arrow in group), NOTHING),
            lit=any(arrow.lit for arrow in group),
        )
        for (source, target, standing, _), group in sorted(groups.items())
    )


def coarser(picture: Picture) -> Picture:
    """The picture one level up: parties instead of systems, jurisdictions instead of parties."""
    party = picture.level is Level.SYSTEM
    groups: dict[str, list[Box]] = {}
    home: dict[str, str] = {}
    for box in picture.boxes:
        group = f"{box.cluster.id}/{box.party.id}" if party else box.cluster.id
        groups.setdefault(group, []).append(box)
        home[box.id] = group
    moved = tuple(
        replace(arrow, source=home[arrow.source], target=home[arrow.target]) for arrow in picture.arrows
    )
    inside = {
        group: sum((arrow.amount for arrow in moved if arrow.source == arrow.target == group), NOTHING)
        for group in groups
    }
    boxes = (
        _union(group, members, inside[group], picture.speech, party=party)
        for group, members in sorted(groups.items())
    )
    level = Level.PARTY if party else Level.JURISDICTION
    return replace(picture, level=level, boxes=tuple(boxes), arrows=merged(moved, level))


def _union(group: str, members: list[Box], inside: Amount, speech: Speech, *, party: bool) -> Box:
    first = members[0]
    systems = sum(box.stands_for for box in members)
    inside += sum((box.inside for box in members), NOTHING)
    notes = [speech.systems(systems)]
    if inside:
        notes.append(speech.inside(inside))
    return Box(
        id=group,
        title=first.party.title if party else first.cluster.title,
        notes=tuple(notes),
        shape="party" if party else "jurisdiction",
        side=first.side,
        cluster=first.cluster,
        party=first.party if party else first.cluster,
        stands_for=systems,
        inside=inside,
    )


def is_arriving(arrow: Arrow, sides: dict[str, Side]) -> bool:
    """Whether an arrow comes into the mainland from a place abroad, or from one that nobody located."""
    return sides[arrow.target] is Side.HOME and sides[arrow.source] is not Side.HOME


def is_gated(arrow: Arrow, sides: dict[str, Side]) -> bool:
    """Whether an arrow passes the border out of the mainland and so is drawn through a gate."""
    leaves = sides[arrow.source] is Side.HOME and sides[arrow.target] is not Side.HOME
    return leaves and arrow.standing not in {INSIDE, NOTHING_NAMED}
