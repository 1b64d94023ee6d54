"""Moves and accesses between systems, gathered for pictures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kuajing.model.analysis import SystemMove
from kuajing.model.crossings import Crossing
from kuajing.model.estate import Estate
from kuajing.model.labels import SENSITIVE, Form, Placement
from kuajing.model.standing import INSIDE, NOTHING_NAMED, STANDINGS, standing
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

Pair = tuple[str, str, str]


def system_moves(
    estate: Estate,
    crossings: Iterable[Crossing],
    judgements: Iterable[Judgement],
    placements: Mapping[str, Placement],
) -> tuple[SystemMove, ...]:
    """One value for each pair of different systems and kind of movement, sorted.

    `standing` is the gravest one of the transfers between them.
    """
    moves: Counter[Pair] = Counter()
    for move in estate.moves:
        pair = (move.source.dataset.system, move.target.dataset.system, "sent")
        if pair[0] != pair[1]:
            moves[pair] += 1
    for access in estate.accesses:
        moves[access.dataset.system, access.reader, "accessed"] += 1
    categories: dict[Pair, set[str]] = {}
    for crossing in crossings:
        pair = (crossing.source_system, crossing.target_system, crossing.kind.value)
        moves[pair] += 0 if pair in moves else 1
        categories.setdefault(pair, set()).update(_shown(crossing))
    standings = _standings(judgements)
    return tuple(
        SystemMove(
            source=pair[0],
            target=pair[1],
            kind=pair[2],
            moves=moves[pair],
            categories=tuple(sorted(categories.get(pair, set()))),
            leaves=placements[pair[0]].mainland & ~placements[pair[1]].mainland,
            standing=_standing(pair, standings, placements),
        )
        for pair in sorted(moves)
    )


def _shown(crossing: Crossing) -> Iterator[str]:
    """The categories whose values or figures cross; what only chose rows, or says how sensitive they are, is no content."""
    for label in crossing.labels:
        if label.form is not Form.INFLUENCE and not label.category.startswith(SENSITIVE):
            yield label.category


def _standings(judgements: Iterable[Judgement]) -> dict[Pair, str]:
    result: dict[Pair, str] = {}
    for judgement in judgements:
        word = standing(judgement)
        for crossing in judgement.transfer.crossings:
            pair = (crossing.source_system, crossing.target_system, crossing.kind.value)
            result[pair] = min(word, result.get(pair, INSIDE), key=STANDINGS.index)
    return result


def _standing(pair: Pair, standings: Mapping[Pair, str], placements: Mapping[str, Placement]) -> str:
    if pair in standings:
        return standings[pair]
    leaves = placements[pair[0]].mainland & ~placements[pair[1]].mainland
    return INSIDE if leaves is Truth.NO else NOTHING_NAMED
