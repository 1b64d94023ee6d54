"""Laws of matching, on random small estates: two systems in the mainland, one abroad."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuajing.model.crossings import Crossing
from kuajing.model.labels import Label
from kuajing.model.truth import Truth

if TYPE_CHECKING:
    from tests.transfers.conftest import World

HOME = ("crm.a", "crm.b", "dw.c", "dw.d")
AWAY = ("us.x", "us.y")
COLUMNS = ("p", "q")
CATEGORIES = {"crm.a": "pi.basic.phone", "crm.b": "pi.basic.phone", "dw.c": "none", "dw.d": "none"}

Pair = tuple[str, str]

STEPS: tuple[Pair, ...] = (
    ("crm.a.p", "dw.c.p"),
    ("crm.b.p", "dw.c.p"),
    ("crm.a.q", "dw.c.p"),
    ("crm.a.p", "dw.d.p"),
    ("crm.b.q", "dw.d.q"),
    ("dw.c.p", "dw.d.p"),
    ("dw.d.p", "dw.c.p"),
    ("dw.d.q", "dw.d.p"),
    ("crm.a.p", "crm.b.p"),
    ("dw.c.p", "us.x.p"),
    ("dw.d.p", "us.x.p"),
    ("dw.d.q", "us.x.q"),
    ("crm.b.p", "us.x.p"),
    ("us.x.p", "us.y.p"),
)
MOVES = st.lists(st.booleans(), min_size=len(STEPS), max_size=len(STEPS)).map(
    lambda taken: [step for step, is_taken in zip(STEPS, taken, strict=True) if is_taken]
)
FLOWS = st.lists(
    st.tuples(st.sampled_from(HOME), st.sampled_from(AWAY), st.booleans()), min_size=1, max_size=3
)


@pytest.fixture
def estate(world: "World") -> "Callable[[list[Pair]], World]":
    """The world emptied and filled with these moves."""

    def of(moves: list[Pair]) -> "World":
        world.facts.clear()
        world.flows.clear()
        for name, category in CATEGORIES.items():
            world.table(name, **dict.fromkeys(COLUMNS, category))
        for source, target in moves:
            world.move(source, target)
        return world

    return of


def declare(world: "World", flows: list[tuple[str, str, bool]]) -> None:
    for number, (source, target, narrow) in enumerate(flows):
        columns = COLUMNS[:1] if narrow else ()
        world.flow(f"f{number}", source, target, f"purpose {number}", columns=columns)


def borders(crossing: Crossing) -> tuple[str, str]:
    return str(crossing.source), str(crossing.target)


quick = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@quick
@given(MOVES, FLOWS)
def test_a_flow_never_loses_a_trail(
    estate: "Callable[[list[Pair]], World]", moves: list[Pair], flows: list[tuple[str, str, bool]]
) -> None:
    world = estate(moves)
    declare(world, flows)
    before = {(borders(one), trail) for one in world.crossings() for trail in one.trails}
    after = {(borders(part.crossing), trail) for part in world.parts() for trail in part.crossing.trails}
    assert before <= after


@quick
@given(MOVES, FLOWS)
def test_what_comes_past_every_flow_is_undeclared(
    estate: "Callable[[list[Pair]], World]", moves: list[Pair], flows: list[tuple[str, str, bool]]
) -> None:
    world = estate(moves)
    declare(world, flows)
    undeclared = {
        (*borders(part.crossing), trail.label)
        for part in world.parts()
        if not part.flows
        for trail in part.crossing.trails
    }
    for crossing in world.crossings():
        if crossing.leaves is Truth.YES:
            expected = {(*borders(crossing), label) for label in past_every_flow(world, crossing)}
            assert expected <= undeclared


def past_every_flow(world: "World", crossing: Crossing) -> set[Label]:
    """The labels that begin in a column from which no flow's source has to be passed, found by plain reachability."""
    estate = world.estate()
    behind: dict[str, set[str]] = {}
    for move in estate.moves:
        behind.setdefault(str(move.target), set()).add(str(move.source))
    reached = {str(crossing.target)}
    following = [str(crossing.target)]
    while following:
        here = following.pop()
        new = {str(one.target.dataset) for one in estate.moves if str(one.source.dataset) == here} - reached
        reached |= new
        following.extend(new)
    stands = {
        f"{flow.flow.source}.{column}"
        for flow in estate.flows
        if str(flow.target) in reached
        for column in flow.flow.columns or COLUMNS
    }
    waiting = [str(column) for column in crossing.columns if str(column) not in stands]
    seen = set(waiting)
    while waiting:
        for source in behind.get(waiting.pop(), set()) - seen - stands:
            seen.add(source)
            waiting.append(source)
    begins = {name for name in seen if CATEGORIES[name.rpartition(".")[0]] != "none" and not behind.get(name)}
    return {trail.label for trail in crossing.trails if trail.label.category == "pi.basic.phone" and begins}
