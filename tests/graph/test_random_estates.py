"""Crossings of random estates against a plain reading of what moves, stars and influences mean."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.graph.cross import crossings
from kuajing.graph.flow_graph import assemble
from kuajing.graph.label_space import Effect, effect_of
from kuajing.graph.label_spread import OwnLabel, spread_own
from kuajing.graph.reference import Reference
from kuajing.model.crossings import CrossingKind
from kuajing.model.estate import Column, Dataset, Estate, Influence, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.labels import Form, Label, Origin, Placement
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName
from kuajing.model.truth import Truth
from kuajing.source.location import Location

PLACE = Location("some.sql")
DATASETS = tuple(DatasetName(system, (table,)) for system, table in ("as", "at", "bs", "cs"))
PLACEMENTS = {
    "a": Placement("CN", Truth.YES, "declared", ""),
    "b": Placement("US", Truth.NO, "declared", ""),
}

columns = st.builds(
    ColumnName, st.sampled_from(DATASETS), st.sampled_from(("x", "y", ALL_COLUMNS, ALL_COLUMNS))
)
moves = st.builds(
    lambda source, target, transform: Move(
        source, target, PLACE, "sql", transform, (), certain=True, basis=Basis.OBSERVED
    ),
    columns,
    columns,
    st.sampled_from((Transform.IDENTITY, Transform.HASHED, Transform.AGGREGATED)),
)
influences = st.builds(Influence, columns, st.sampled_from(DATASETS), st.just(PLACE), st.just("sql"))
tables = st.builds(
    lambda name, known: Dataset(
        name,
        "",
        tuple(Column(name.column(column), "", "", ()) for column in sorted(known)),
        bool(known),
        (PLACE,),
    ),
    st.sampled_from(DATASETS),
    st.frozensets(st.sampled_from(("x", "y", "z"))),
)
estates = st.builds(
    lambda datasets, some_moves, some_influences: Estate(
        (),
        tuple(sorted(datasets, key=lambda dataset: dataset.name)),
        tuple(sorted(some_moves, key=lambda move: move.order)),
        tuple(sorted(some_influences)),
        (),
        (),
    ),
    st.lists(tables, max_size=4, unique_by=lambda dataset: dataset.name),
    st.lists(moves, max_size=10),
    st.lists(influences, max_size=2),
)


def known_columns(estate: Estate) -> dict[DatasetName, set[str]]:
    """The named columns of every dataset, and `*` where a move or influence says it or nothing is named."""
    known = {dataset.name: {column.name.column for column in dataset.columns} for dataset in estate.datasets}
    for end in (end for move in estate.moves for end in (move.source, move.target)):
        known.setdefault(end.dataset, set()).add(end.column)
    for influence in estate.influences:
        known.setdefault(influence.source.dataset, set()).add(influence.source.column)
        known.setdefault(influence.target, set())
    return {dataset: names or {ALL_COLUMNS} for dataset, names in known.items()}


def plain_edges(estate: Estate) -> set[tuple[ColumnName, ColumnName, Effect]]:
    """Every edge an estate means; rows are followed from everywhere, also where none were chosen."""
    known = known_columns(estate)
    found = set()
    written = {move.target.dataset for move in estate.moves if move.target.column == ALL_COLUMNS}
    for dataset, names in known.items():
        if ALL_COLUMNS in names and dataset in written:
            found |= {
                (dataset.column(ALL_COLUMNS), dataset.column(name), Effect.KEEP) for name in names - {"*"}
            }
    for move in estate.moves:
        for name in known[move.source.dataset] if move.source.column == ALL_COLUMNS else {move.source.column}:
            same = (
                move.source.column == move.target.column == ALL_COLUMNS and name in known[move.target.dataset]
            )
            target = name if same else move.target.column
            effect = effect_of(move.transform)
            found.add((move.source.dataset.column(name), move.target.dataset.column(target), effect))
        if move.source.dataset != move.target.dataset:
            found.add((move.source.dataset.column(ROWS), move.target.dataset.column(ROWS), Effect.KEEP))
    for influence in estate.influences:
        names = known[influence.source.dataset]
        for name in names if influence.source.column == ALL_COLUMNS else {influence.source.column}:
            found.add(
                (influence.source.dataset.column(name), influence.target.column(ROWS), Effect.INFLUENCE)
            )
        rows = influence.source.dataset.column(ROWS)
        found |= {(influence.source.dataset.column(name), rows, Effect.MARK) for name in names}
        if influence.source.dataset != influence.target:
            found.add((rows, influence.target.column(ROWS), Effect.KEEP))
    return found


def plain_crossings(
    estate: Estate, own: frozenset[ColumnName]
) -> dict[tuple[DatasetName, DatasetName], dict[Label, int]]:
    """The labels that cross between each pair of datasets, and the hops of the shortest trail of each."""
    edges = sorted(plain_edges(estate))
    nodes = sorted({end for edge in edges for end in edge[:2]} | own)
    numbers = {column: number for number, column in enumerate(nodes)}
    graph = Reference(
        len(nodes),
        tuple((numbers[source], numbers[target], effect) for source, target, effect in edges),
        frozenset((numbers[column], Label("pi.x", Origin.MAINLAND)) for column in own),
    )
    leaving = {"ab": "yes", "ac": "unknown", "cb": "unknown"}
    over = [
        number
        for number, (source, target, _) in enumerate(edges)
        if source.dataset.system + target.dataset.system in leaving
    ]
    found: dict[tuple[DatasetName, DatasetName], dict[Label, int]] = {}
    for (edge, label), hops in graph.crossing(over).items():
        labels = found.setdefault((edges[edge][0].dataset, edges[edge][1].dataset), {})
        labels[label] = min(hops, labels.get(label, hops))
    return {
        pair: labels
        for pair, labels in found.items()
        if any(label.form is not Form.INFLUENCE for label in labels)
    }


@settings(max_examples=150)
@given(estates, st.data())
def test_crossings_are_what_a_plain_reading_finds(estate: Estate, data: st.DataObject) -> None:
    graph = assemble(estate, frozenset())
    named = [column for column in graph.columns if column.column != ROWS]
    own = data.draw(st.frozensets(st.sampled_from(named), max_size=3)) if named else frozenset()
    label = Label("pi.x", Origin.MAINLAND)
    result = spread_own(
        graph.edges, tuple(OwnLabel(graph.node(column), label, collected=False) for column in sorted(own))
    )
    found = crossings(graph, result, PLACEMENTS, ())
    assert plain_crossings(estate, own) == {
        (crossing.source, crossing.target): {trail.label: len(trail.hops) for trail in crossing.trails}
        for crossing in found
    }
    assert all(crossing.kind is CrossingKind.SENT for crossing in found)
