"""The moves that files show, gathered by what they join: how well the columns of each flow are known."""

from collections.abc import Iterable, Mapping

from kuajing.model.estate import Completeness, Dataset, Move, ObservedFlow
from kuajing.model.facts import Basis
from kuajing.model.names import ALL_COLUMNS, ROWS, DatasetName

_Key = tuple[DatasetName, DatasetName, str, str, str]


def observed(moves: Iterable[Move], datasets: Iterable[Dataset]) -> tuple[ObservedFlow, ...]:
    """The flows that files show, sorted; a flow that moves every column says how many of them are known."""
    gathered: dict[_Key, list[Move]] = {}
    for move in moves:
        if move.basis is Basis.OBSERVED and move.source.dataset != move.target.dataset:
            ends = (move.source.dataset, move.target.dataset)
            by = (move.location.path, move.mechanism, move.running.environment)
            gathered.setdefault((*ends, *by), []).append(move)
    known = {dataset.name: _named(column.name.column for column in dataset.columns) for dataset in datasets}
    return tuple(_flow(key, gathered[key], known) for key in sorted(gathered))


def _flow(key: _Key, moves: list[Move], known: Mapping[DatasetName, frozenset[str]]) -> ObservedFlow:
    source, target, path, mechanism, environment = key
    sources = {move.source.column for move in moves}
    named = _named(sources)
    everything = known.get(source, frozenset()) if ALL_COLUMNS in sources else frozenset()
    return ObservedFlow(
        source,
        target,
        path,
        mechanism,
        _completeness(moves, everything),
        len(named | everything),
        environment,
    )


def _completeness(moves: list[Move], everything: frozenset[str]) -> Completeness:
    if any(move.source.column == ALL_COLUMNS for move in moves):
        return Completeness.STAR if everything else Completeness.NONE
    exact = all(move.certain and move.target.column != ALL_COLUMNS for move in moves)
    return Completeness.EXACT if exact else Completeness.NAMED


def _named(columns: Iterable[str]) -> frozenset[str]:
    return frozenset(columns) - {ALL_COLUMNS, ROWS}
