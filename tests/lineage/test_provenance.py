"""Laws of ways and their joining."""

from hypothesis import given
from hypothesis import strategies as st

from kuajing.lineage.values.provenance import PLAIN, Path, Transform

paths = st.builds(
    Path,
    st.sampled_from(Transform),
    st.frozensets(st.sampled_from("ABC"), max_size=2),
    st.booleans(),
    st.integers(-1, 3),
)


@given(paths, paths)
def test_the_order_of_two_ways_does_not_matter(one: Path, other: Path) -> None:
    assert one.or_else(other) == other.or_else(one)


@given(paths, paths, paths)
def test_the_grouping_of_ways_does_not_matter(one: Path, two: Path, three: Path) -> None:
    left, right = one.or_else(two).or_else(three), one.or_else(two.or_else(three))

    assert (left.transform, left.functions, left.is_ambiguous) == (
        right.transform,
        right.functions,
        right.is_ambiguous,
    )


@given(paths, paths)
def test_a_step_never_weakens_a_way(way: Path, step: Path) -> None:
    assert way.then(step).transform == max(way.transform, step.transform)


@given(paths)
def test_a_plain_step_changes_nothing(way: Path) -> None:
    assert way.then(PLAIN) == way
