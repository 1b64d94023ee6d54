"""JSON to nodes: what real jobs hold is read, and every value knows its place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Plain, Scalar, Sequence


def test_comments_trailing_commas_tabs_and_line_breaks_are_read() -> None:
    text = (
        "// a job\n"
        "{\n"
        '\t"job": { /* one\n reader */\n'
        '\t\t"querySql": ["select a\n from t"],\n'
        '\t\t"url": "http://x//y",\n'
        '\t\t"channel": ${channel},\n'
        '\t\t"rate": {{ params.rate }},\n'
        '\t\t"split": [1, -2.5, 1e3, true, false, null,],\n'
        "\t},\n"
        "}\n"
    )
    assert parse_json("job.json", text).plain() == {
        "job": {
            "querySql": ["select a\n from t"],
            "url": "http://x//y",
            "channel": "${channel}",
            "rate": "{{ params.rate }}",
            "split": [1, -2.5, 1000.0, True, False, None],
        }
    }


def test_lines_of_remarks_stand_ahead_of_the_value_alone() -> None:
    assert [1] == parse_json("f", "# one\n\n  # two\n[1]").plain()
    with pytest.raises(InputErrors):
        parse_json("f", "[1 # two\n]")


def test_every_value_knows_its_place_in_characters() -> None:
    expected = Mapping(
        (
            (
                Scalar("姓名", Location("f", 1, 2), "姓名"),
                Sequence(
                    (Scalar("张", Location("f", 2, 3), "张"), Scalar(1.0, Location("f", 2, 9), "1.0")),
                    Location("f", 2, 2),
                ),
            ),
        ),
        Location("f", 1, 1),
    )
    assert expected == parse_json("f", '{"姓名":\n ["张",  1.0]}')


def test_depth_is_limited_and_what_stays_within_is_read() -> None:
    with pytest.raises(InputErrors) as raised:
        parse_json("f", "[" * 200_000)
    assert [(Location("f", 1, 65), "input_errors.too_deep")] == [
        (error.location, error.message) for error in raised.value.errors
    ]
    parse_json("f", "[" * 64 + "]" * 64)


def test_the_number_of_values_is_limited() -> None:
    with pytest.raises(InputErrors) as raised:
        parse_json("f", "[" + "1," * 500_001 + "]")
    assert [error.message for error in raised.value.errors] == ["input_errors.too_many_values"]


def test_of_equal_keys_the_last_one_counts_where_that_is_asked_for() -> None:
    text = '{"a": 1, "b": {"c": 2, "c": 3}, "a": 4}'
    assert parse_json("x.json", text, is_last_kept=True).plain() == {"b": {"c": 3}, "a": 4}


def test_two_duplicates_are_told_together_with_the_fault_that_ends_the_reading() -> None:
    with pytest.raises(InputErrors) as raised:
        parse_json("f", '{"a": 1, "a": 2, "b": {"c": 1, "c": 2}} x')
    assert [
        (Location("f", 1, 10), "input_errors.duplicate_key"),
        (Location("f", 1, 32), "input_errors.duplicate_key"),
        (Location("f", 1, 41), "input_errors.json_after_end"),
    ] == [(error.location, error.message) for error in raised.value.errors]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(value=JSON, indent=st.sampled_from([None, 2]), ascii_only=st.booleans())
def test_what_another_writer_writes_reads_back_equal(
    *, value: Plain, indent: int | None, ascii_only: bool
) -> None:
    assert value == parse_json("f", json.dumps(value, indent=indent, ensure_ascii=ascii_only)).plain()


@given(st.text('{}[]",: \n/*\\ux1e-.ntrue：', max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InputErrors):
        parse_json("f", text)
