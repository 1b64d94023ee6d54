"""Plain JSON is read as the reader that knows all faults reads it, or not at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.nodes import Plain
from kuajing.source.plain_json import plain_json

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.sampled_from([0.5, -1.25, 12.0])
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(value=JSON, indent=st.sampled_from([None, 2]), ascii_only=st.booleans())
def test_what_programs_write_is_read_with_the_same_places(
    *, value: Plain, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    # Behind a remark no text is plain, so that the other reader reads it.
    assert plain_json("f", text) == parse_json("f", f"{text}\n//")


@given(
    st.lists(
        st.sampled_from(
            [*'{}[],: \n"x', '"a"', '"a":', '"\\u59d3"', "1", "-0", "01", "1.5", "1e9", "true", "$a"]
        )
    )
)
def test_whatever_is_read_is_read_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = plain_json("f", text)
    if found is not None:
        assert found == parse_json("f", f"{text}\n//")


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '["\\ud800"]',
        '["\ud800"]',
        '["\\x"]',
        '["a]',
        "[1,]",
        "[1 2]",
        "[NaN]",
        "[1}",
        '{"a": 1]',
        "${a}",
        '{"a": {{ b }}}',
        "// a\n[]",
        "[] []",
        "",
        "[" * 65 + "]" * 65,
        '{"docs": ' + "[" * 100_000 + "]" * 100_000 + "}",
        "[" + "1," * 500_000 + "1]",
    ],
)
def test_what_is_wrong_or_written_by_hand_is_left_to_the_other_reader(text: str) -> None:
    assert plain_json("f", text, frozenset({"docs"})) is None


def test_keys_are_passed_over_in_the_outermost_mapping_alone() -> None:
    text = '{"docs": {"a": [1]}, "nodes": {"docs": {"a": 1}}, "b": [{"docs": 2}]}'
    expected = {"docs": None, "nodes": {"docs": {"a": 1}}, "b": [{"docs": 2}]}
    assert expected == parse_json("f", text, frozenset({"docs"})).plain()
    broken = '{"docs": {"a": }, "nodes": 1}'
    with pytest.raises(InputErrors):
        parse_json("f", broken, frozenset({"docs"}))
