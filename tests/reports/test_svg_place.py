from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.sample import ANALYSIS, NAMES, SYSTEMS

from kuajing.model.analysis import Analysis, SystemMove
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth
from kuajing.reports.diagram import picture
from kuajing.reports.svg_place import Plan, plan
from kuajing.reports.svg_settle import settled

PLACES = (("CN", Truth.YES), ("CN", Truth.YES), ("US", Truth.NO), ("HK", Truth.NO), ("", Truth.UNKNOWN))
STANDINGS = ("unmet", "met", "exempt", "undetermined", "inside", "none")


@st.composite
def estates(draw: st.DrawFn) -> Analysis:
    """Systems here and there with any moves between them, circles included."""
    number = draw(st.integers(1, 14))
    names = [f"s{index}" for index in range(number)]
    places = [draw(st.sampled_from(PLACES)) for _ in names]
    pairs = draw(
        st.sets(st.tuples(st.sampled_from(names), st.sampled_from(names), st.sampled_from(STANDINGS)))
    )
    systems = tuple(replace(SYSTEMS[0], id=name, label=name * draw(st.integers(1, 12))) for name in names)
    return replace(
        ANALYSIS,
        estate=replace(ANALYSIS.estate, systems=systems),
        labelling=replace(
            ANALYSIS.labelling,
            placements=tuple(
                (name, Placement(code, mainland, "declared", ""))
                for name, (code, mainland) in zip(names, places, strict=True)
            ),
        ),
        system_moves=tuple(
            SystemMove(source, target, "sent", 2, ("pi.basic.name",), Truth.UNKNOWN, word)
            for source, target, word in sorted(pairs)
        ),
    )


def rectangles(placed: Plan) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, right and bottom of every box and gate."""
    found = {}
    for node, face in placed.faces.items():
        column = placed.layers.column[node]
        left, middle = placed.left[column], placed.y[node]
        found[node] = (left, middle - face.height / 2, left + face.width, middle + face.height / 2)
    return found


@settings(max_examples=150, deadline=None)
@given(estates())
def test_boxes_gates_and_bends_never_touch_and_boxes_keep_to_their_frames(analysis: Analysis) -> None:
    drawn = picture(analysis, "system", "en", None, NAMES)
    placed = plan(drawn, 100.0, 20.0)
    columns: dict[int, list[tuple[float, float]]] = {}
    for node, column in placed.layers.column.items():
        half = placed.faces[node].height / 2 if node in placed.faces else 2.0
        columns.setdefault(column, []).append((placed.y[node] - half, placed.y[node] + half))
    for spans in columns.values():
        ordered = sorted(spans)
        assert all(above[1] < below[0] for above, below in pairwise(ordered))
    boxes = rectangles(placed)
    for frame in (*placed.clusters, *placed.parties):
        for box in frame.section.boxes:
            left, top, right, bottom = boxes[box]
            assert frame.left < left
            assert right < frame.right
            assert frame.top < top
            assert bottom < frame.bottom


@settings(max_examples=150, deadline=None)
@given(estates())
def test_frames_of_jurisdictions_stand_apart(analysis: Analysis) -> None:
    placed = plan(picture(analysis, "system", "en", None, NAMES), 100.0, 20.0)
    frames = sorted((frame.left, frame.top, frame.bottom) for frame in placed.clusters)
    for (left, _, bottom), (other, top, _) in pairwise(frames):
        assert left != other or bottom < top


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=20))
def test_things_in_a_row_are_settled_apart_and_in_order(wanted: list[float]) -> None:
    rooms = [10.0] * len(wanted)
    middles = settled(wanted, rooms, 0.0, 10.0 * len(wanted))
    assert all(other - one > 9.999 for one, other in pairwise(middles))
    assert middles[0] >= 4.999
    assert middles[-1] <= 10.0 * len(wanted) - 4.999


def test_what_has_room_stands_where_it_wants() -> None:
    assert settled([20.0, 60.0], [10.0, 10.0], 0.0, 100.0) == [20.0, 60.0]
