"""YAML to nodes: types, places, aliases, merges."""

import math
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kuajing.source.errors import InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Plain, Scalar, Sequence
from kuajing.source.yaml_text import parse_yaml

COUNTRIES = Path(__file__).parent / "data" / "countries.yaml"


def plain(text: str) -> list[Plain]:
    return [node.plain() for node in parse_yaml("file.yaml", text)]


def test_the_codes_of_all_countries_stay_strings() -> None:
    text = COUNTRIES.read_text(encoding="utf-8")
    codes = [line.removeprefix("- ") for line in text.splitlines()[1:]]
    assert len(set(codes)) == 249
    assert plain(text) == [codes]
    assert plain(text.replace("- ", "").replace("\n", ": x\n")[len("# ISO 3166-1 alpha-2: x\n") :]) == [
        dict.fromkeys(codes, "x")
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "no",
            "No",
            "off",
            "on",
            "yes",
            "y",
            "n",
            "unknown",
            "12:30:45",
            "190:20:30",
            "017",
            "0017",
            "-017",
        ),
        *(
            "2026-01-31",
            "2026-01-31T10:00:00Z",
            "1_",
            "_1",
            "1__0",
            "0b11",
            "0o8",
            "0xg",
            "0X1",
            "1e",
            ".",
            "+",
        ),
        *("nan", "inf", "1.2.3", "1,000", "nULL", "tRue", "12万", "1_0.5", "10.0.0.1", "=", "<", "1 2"),
    ],
)
def test_what_only_looks_like_another_type_stays_a_string(text: str) -> None:
    assert [{"value": text}] == plain(f"value: {text}\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None)),
        *(
            ("true", True),
            ("True", True),
            ("TRUE", True),
            ("false", False),
            ("False", False),
            ("FALSE", False),
        ),
        *(("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("2_300_000", 2_300_000), ("230_0000", 2_300_000)),
        *(("0o17", 15), ("0x1F", 31), ("9223372036854775807", 9_223_372_036_854_775_807)),
        *(("1.5", 1.5), ("-1.5e3", -1500.0), ("1e3", 1000.0), (".5", 0.5), ("1.", 1.0), ("017.5", 17.5)),
        *((".inf", math.inf), ("-.INF", -math.inf)),
        *(("'12'", "12"), ('"true"', "true"), ("'~'", "~"), ("!!str 12", "12"), ("! 12", "12")),
        *(("!!int '12'", 12), ("!!float 12", 12.0), ("!!bool 'true'", True), ("!!null ''", None)),
    ],
)
def test_core_types_are_typed(text: str, value: object) -> None:
    (node,) = parse_yaml("file.yaml", f"value: {text}\n")
    assert isinstance(node, Mapping)
    scalar = node.get("value")
    assert isinstance(scalar, Scalar)
    assert (type(value), value) == (type(scalar.value), scalar.value)


def test_not_a_number_is_a_float() -> None:
    (node,) = parse_yaml("file.yaml", ".NaN")
    assert isinstance(node, Scalar)
    assert isinstance(node.value, float)
    assert math.isnan(node.value)


def test_every_value_knows_its_place_in_characters() -> None:
    text = "系统:\n  - 名称: 客户\n    tags: [a, 12]\n"
    expected = Mapping(
        (
            (
                Scalar("系统", Location("f", 1, 1), "系统"),
                Sequence(
                    (
                        Mapping(
                            (
                                (
                                    Scalar("名称", Location("f", 2, 5), "名称"),
                                    Scalar("客户", Location("f", 2, 9), "客户"),
                                ),
                                (
                                    Scalar("tags", Location("f", 3, 5), "tags"),
                                    Sequence(
                                        (
                                            Scalar("a", Location("f", 3, 12), "a"),
                                            Scalar(12, Location("f", 3, 15), "12"),
                                        ),
                                        Location("f", 3, 11),
                                    ),
                                ),
                            ),
                            Location("f", 2, 5),
                        ),
                    ),
                    Location("f", 2, 3),
                ),
            ),
        ),
        Location("f", 1, 1),
    )
    assert (expected,) == parse_yaml("f", text)


def test_a_line_separator_of_unicode_does_not_move_the_lines() -> None:
    (node,) = parse_yaml("f", 'a: "x\u2028y"\nb: 1\n')
    assert isinstance(node, Mapping)
    key = node.key("b")
    assert key is not None
    assert Location("f", 2, 1) == key.location


def test_keys_are_their_text() -> None:
    assert plain("200: ok\ntrue: 1\nnull: 2\n2026-01-01: 3\n") == [
        {"200": "ok", "true": 1, "null": 2, "2026-01-01": 3}
    ]


def test_documents_are_told_apart_and_an_empty_text_has_none() -> None:
    assert plain("a: 1\n---\n---\n- 2\n") == [{"a": 1}, None, [2]]
    assert plain("# nothing\n") == []


def test_an_alias_stands_for_the_value_of_its_anchor() -> None:
    assert plain("first: &list [1]\nsecond: *list\nkey: {&word name: 2}\n") == [
        {"first": [1], "second": [1], "key": {"name": 2}}
    ]
    assert plain("a: &word name\nb: {*word : 1}\n") == [{"a": "name", "b": {"name": 1}}]


def test_a_flood_of_faults_is_told_in_part_and_counted() -> None:
    with pytest.raises(InputErrors) as raised:
        parse_yaml("f", "a: 1\n" * 151)
    errors = raised.value.errors
    assert [Location("f", line, 1) for line in range(2, 102)] == [error.location for error in errors[:100]]
    assert [(Location("f", 101, 1), "input_errors.more", (("count", "50"),))] == [
        (error.location, error.message, error.values) for error in errors[100:]
    ]


def test_a_merge_key_gives_what_the_mapping_lacks() -> None:
    text = (
        "one: &one {a: 1, b: 1}\n"
        "two: &two {b: 2, c: 2}\n"
        "all:\n  z: 0\n  <<: [*one, *two]\n  c: 3\n"
        "quoted: {'<<': 1}\n"
    )
    (node,) = parse_yaml("f", text)
    assert isinstance(node, Mapping)
    merged = node.get("all")
    assert isinstance(merged, Mapping)
    assert [(key, value.plain()) for key, value in merged] == [("z", 0), ("a", 1), ("b", 1), ("c", 3)]
    assert node.plain()["quoted"] == {"<<": 1}  # type: ignore[call-overload,index]  # a mapping, as asserted


def test_an_anchor_may_be_named_again_and_the_last_one_counts() -> None:
    assert plain("[&a 1, &a 2, *a]") == [[1, 2, 2]]


# Numbers to YAML 1.2 that a writer of 1.1 takes for words and leaves without quotes.
NEWER_NUMBER = re.compile(r"[-+]?(?:0o[0-7]+|[0-9.]+[eE][-+]?[0-9]+)")
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff")
).filter(lambda text: not NEWER_NUMBER.fullmatch(text))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text("abc字-:#'\" ", min_size=1, max_size=5).filter(lambda key: key != "<<"), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(value=PLAIN, flow=st.sampled_from([True, False, None]), unicode=st.booleans())
def test_what_another_writer_writes_reads_back_equal(
    *, value: Plain, flow: bool | None, unicode: bool
) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=unicode)
    assert [value] == plain(text)


def test_a_date_of_another_writer_reads_as_its_text() -> None:
    assert plain(yaml.safe_dump({"on": date(2026, 1, 31)})) == [{"on": "2026-01-31"}]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InputErrors):
        parse_yaml("f", text)
