"""The sections that boxes stand in, in order from above: parties inside jurisdictions, on each side of the border."""

from collections.abc import Iterable
from dataclasses import dataclass

from kuajing.reports.diagram_model import Box, Group, Level, Picture, Side

_FIRST_ABROAD = ("HK", "MO", "TW")


@dataclass(frozen=True, slots=True)
class Section:
    """Boxes of one party in one jurisdiction; `party` is None where the boxes are parties themselves."""

    side: Side
    cluster: Group
    party: Group | None
    boxes: tuple[str, ...]


def sections(picture: Picture) -> tuple[Section, ...]:
    """The sections of a picture: the mainland's by what they send to, then those abroad, the unlocated ones last."""
    abroad = _grouped((box for box in picture.boxes if box.side is not Side.HOME), picture.level)
    away = tuple(sorted(abroad, key=_place_abroad))
    number = {box: index for index, section in enumerate(away) for box in section.boxes}
    sent: dict[str, list[int]] = {}
    for arrow in picture.arrows:
        if arrow.target in number:
            sent.setdefault(arrow.source, []).append(number[arrow.target])
    home = _grouped((box for box in picture.boxes if box.side is Side.HOME), picture.level)
    return (*sorted(home, key=lambda section: (_mean(section, sent), _name(section))), *away)


def _grouped(boxes: Iterable[Box], level: Level) -> list[Section]:
    groups: dict[tuple[str, str], list[Box]] = {}
    for box in boxes:
        groups.setdefault((box.cluster.id, box.party.id if level is Level.SYSTEM else ""), []).append(box)
    return [
        Section(
            group[0].side,
            group[0].cluster,
            group[0].party if level is Level.SYSTEM else None,
            tuple(box.id for box in group),
        )
        for group in groups.values()
    ]


def _place_abroad(section: Section) -> tuple[object, ...]:
    cluster = section.cluster.id
    early = _FIRST_ABROAD.index(cluster) if cluster in _FIRST_ABROAD else len(_FIRST_ABROAD)
    return (section.side is Side.UNKNOWN, early, cluster, _name(section))


def _mean(section: Section, sent: dict[str, list[int]]) -> float:
    numbers = [number for box in section.boxes for number in sent.get(box, ())]
    return sum(numbers) / len(numbers) if numbers else 0.0


def _name(section: Section) -> tuple[bool, str]:
    party = section.party
    return (False, "") if party is None else (not party.id, party.id)
