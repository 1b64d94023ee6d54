"""What holds for every declaration, in whatever files and order it comes."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kuajing.messages import message
from kuajing.model.declaration import Declaration
from kuajing.model.interval import Interval
from kuajing.readers.declaration import is_declaration, read_declaration
from kuajing.readers.declaration.jurisdictions import CODES
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.yaml_text import parse_yaml

DATA = Path(__file__).parent / "data"


def _documents(pattern: str) -> list[tuple[str, Node]]:
    return [
        (path.name, node)
        for path in sorted(DATA.glob(pattern))
        for node in parse_yaml(path.name, path.read_text(encoding="utf-8"))
    ]


WHOLE = _documents("whole/*.yaml")
FAULTY = _documents("faults/u*.yaml")
UNITS = {"千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}


def _declared(text: str) -> Declaration:
    return read_declaration(("a.yaml", node) for node in parse_yaml("a.yaml", text))


def _held(written: str) -> Interval:
    return _declared(f"kuajing: 1\nhandlers: {{h: {{persons_held: {written}}}}}").handlers[0].persons_held


@settings(deadline=None)
@given(some.permutations(WHOLE))
def test_the_order_of_files_changes_nothing(documents: list[tuple[str, Node]]) -> None:
    assert read_declaration(documents) == read_declaration(WHOLE)


@settings(max_examples=20, deadline=None)
@given(some.permutations(FAULTY))
def test_the_order_of_files_changes_no_fault(documents: list[tuple[str, Node]]) -> None:
    assert _faults(documents) == _faults(FAULTY)


def _faults(documents: Iterable[tuple[str, Node]]) -> tuple[InputError, ...]:
    with pytest.raises(InputErrors) as faults:
        read_declaration(documents)
    errors: tuple[InputError, ...] = faults.value.errors
    return errors


def test_no_document_declares_nothing() -> None:
    assert read_declaration([]) == Declaration()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kuajing: 1\n", True),
        ("kuajing: 2\n", True),
        ("version: 2\n", False),
        ("- kuajing: 1\n", False),
        ("a", False),
    ],
)
def test_the_key_kuajing_makes_a_declaration(text: str, expected: bool) -> None:  # noqa: FBT001  a case
    (node,) = parse_yaml("a.yaml", text)
    assert is_declaration(node) is expected


@given(some.integers(0, 9_999), some.sampled_from(sorted(UNITS)))
def test_chinese_units_are_exact(tenths: int, unit: str) -> None:
    written = f"{tenths // 10}.{tenths % 10}{unit}"
    assert _held(written) == Interval.exactly(tenths * UNITS[unit] // 10)


@given(some.integers(0, 10**12))
def test_every_whole_number_is_read_with_and_without_underscores(count: int) -> None:
    assert (_held(str(count)), _held(f"{count:_}"), _held(f'"{count:_}"')) == (Interval.exactly(count),) * 3


@given(some.lists(some.integers(0, 10**6), min_size=2, max_size=2).map(sorted))
def test_the_sum_of_parts_is_the_total(bounds: list[int]) -> None:
    low, high = bounds
    assert _held(f"[{low}, {high}]") + _held(str(low)) == Interval(low + low, high + low)


def test_every_code_of_iso_3166_comes_back_as_written() -> None:
    entries = "".join(f"  r{code}: {{jurisdiction: {code}}}\n" for code in sorted(CODES))
    declaration = _declared(f"kuajing: 1\nrecipients:\n{entries}")
    assert [recipient.jurisdiction for recipient in declaration.recipients] == sorted(CODES)
    assert len(CODES) == 249


@pytest.mark.parametrize(
    ("written", "expected"), [("mainland", "mainland"), ("CN", "mainland"), ("HK", "HK"), ("unknown", None)]
)
def test_a_base_in_the_mainland_has_one_name(written: str, expected: str | None) -> None:
    declaration = _declared(f"kuajing: 1\nhandlers: {{h: {{base: {written}}}}}")
    assert declaration.handlers[0].base == expected


def test_what_is_left_out_is_what_is_said_to_be_unknown() -> None:
    left_out = _declared("kuajing: 1\nhandlers:\n  h: {}\nrecipients:\n  r: {}\n")
    said = _declared(
        "kuajing: 1\nhandlers:\n  h: {name: unknown, base: unknown, ciio: unknown, ciio_notified_on: unknown, zone: "
        "unknown, persons_held: unknown, officer: unknown, acts_for: unknown}\nrecipients:\n  r: {jurisdiction: "
        "unknown, role: unknown, contract: unknown, onward_to: [unknown]}\n"
    )
    assert said == left_out


def test_a_document_that_is_no_mapping_is_a_fault() -> None:
    (node,) = parse_yaml("a.yaml", "- kuajing: 1\n")
    with pytest.raises(InputErrors) as faults:
        read_declaration([("a.yaml", node)])
    assert [(str(error.location), error.message) for error in faults.value.errors] == [
        ("a.yaml:1:1", "declaration.needs_mapping")
    ]


HERE = Location("a.yaml", 1, 1)
WORDS = [
    "a",
    "a.b",
    "unknown",
    "yes",
    "2026-02-30",
    "2026-01-31",
    "HK",
    "1.2万",
    "..",
    "",
    "：",
    "hr",
    "pi.basic",
]
SCALARS = some.one_of(
    some.none(), some.booleans(), some.integers(-2, 10**13), some.floats(), some.sampled_from(WORDS)
).flatmap(lambda value: some.sampled_from([Scalar(value, HERE, str(value)), Scalar(None, HERE, "")]))
KEYS = some.sampled_from(["a", "id", "on", "zh", "extension"]).map(lambda name: Scalar(name, HERE, name))
SMALL: some.SearchStrategy[Node] = some.one_of(
    SCALARS,
    some.lists(SCALARS, max_size=3).map(lambda items: Sequence(tuple(items), HERE)),
    some.tuples(KEYS, SCALARS).map(lambda entry: Mapping((entry,), HERE)),
)


@some.composite
def _spoilt(draw: some.DrawFn) -> Node:
    """A right document with one part replaced by something else."""
    return _with(draw, draw(some.sampled_from(WHOLE))[1])


def _with(draw: some.DrawFn, node: Node) -> Node:
    size = 0 if isinstance(node, Scalar) else len(node.items if isinstance(node, Sequence) else node.entries)
    if size == 0 or draw(some.integers(0, 5)) == 0:
        return draw(SMALL)
    at = draw(some.integers(0, size - 1))
    if isinstance(node, Sequence):
        return Sequence((*node.items[:at], _with(draw, node.items[at]), *node.items[at + 1 :]), node.location)
    assert isinstance(node, Mapping)
    key, value = node.entries[at]
    changed = (key, _with(draw, value))
    return Mapping((*node.entries[:at], changed, *node.entries[at + 1 :]), node.location)


def _sentences(document: Node) -> list[str]:
    try:
        read_declaration([("a.yaml", document)])
    except InputErrors as faults:
        return [message(error.message, "zh", error.values) for error in faults.errors]
    return []


@settings(max_examples=100, deadline=None)
@given(_spoilt())
def test_whatever_stands_in_a_document_is_read_or_told(document: Node) -> None:
    assert all(_sentences(document))


@pytest.mark.parametrize(
    ("written", "known"),
    [("", False), ("onward_to: unknown", False), ("onward_to: [unknown]", False), ("onward_to: []", True)],
    ids=["nothing", "unknown", "one unknown", "nobody"],
)
def test_onward_recipients_are_known_only_where_all_are_told(
    written: str,
    known: bool,  # noqa: FBT001  what the declaration tells
) -> None:
    (recipient,) = _declared(f"kuajing: 1\nrecipients: {{r: {{{written}}}}}").recipients
    assert ((), known) == (recipient.onward_to, recipient.onward_known)


@pytest.mark.parametrize(
    ("written", "unknown"), [("", False), ("under_14: unknown", True), ("under_14: no", False)]
)
def test_an_age_that_is_written_as_unknown_is_told_from_one_that_is_left_out(
    written: str,
    unknown: bool,  # noqa: FBT001  what the declaration tells
) -> None:
    text = f"kuajing: 1\nsystems: {{s: {{}}}}\ndatasets: {{s.t: {{people: {{{written}}}}}}}"
    people = _declared(text).datasets[0].people
    assert unknown is (people is not None and people.under_14_unknown)
