import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.readers.placeholders import fill_address, fill_name, fill_sql, names_in


@pytest.mark.parametrize(
    "placeholder",
    ["${x.y}", "${?x.y}", "${x.y:-d}", "${x.y:d}", "$(x.y)", "{{ x.y }}", "{{ .Values.x.y }}", "@x.y@"],
)
def test_every_form_of_a_placeholder_is_filled(placeholder: str) -> None:
    values = {"x.y": "ods"}
    assert ["x.y"] == list(names_in(placeholder))
    assert "ods" == fill_address(placeholder, values)
    assert "ods.t" == fill_name(f"{placeholder}.t", values)
    assert "FROM ods.t" == fill_sql(f"FROM {placeholder}.t", values).text


@pytest.mark.parametrize(
    "text", ["$$x$$", "$${x}", "$x$", "a@x@b", "${x.y}", "{{ x() }}", "#{x}", "x", "${}"]
)
def test_what_only_looks_like_the_placeholder_stays(text: str) -> None:
    values = {"x": "ods"}
    assert (text, text, text) == (
        fill_address(text, values),
        fill_name(text, values),
        fill_sql(text, values).text,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${URL:-jdbc:mysql://h.example/d}", "${URL:-jdbc:mysql://h.example/d}"),
        ("jdbc:mysql://${HOST:h.example}:3306/d", "jdbc:mysql://${HOST:h.example}:3306/d"),
        ("jdbc:mysql://h:${PORT:3307}/${DB:d}", "jdbc:mysql://h:3307/d"),
        ("${URL:-jdbc:mysql://${GIVEN}/d}", "${URL:-jdbc:mysql://given.example/d}"),
        ("${HOST:-${GIVEN}}", "${HOST:-given.example}"),
        ("jdbc:mysql://h/${file:/etc/db}", "jdbc:mysql://h/${file:/etc/db}"),
    ],
)
def test_a_default_of_an_address_says_no_more_than_it_may(text: str, expected: str) -> None:
    # The default of a host may be replaced where the job runs: the address keeps it apart from a value.
    assert expected == fill_address(text, {"GIVEN": "given.example"})


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ({"DB": "ods"}, "ods.t"),
        ({}, "dwd.t"),
        ({"DB": "jdbc:mysql://h/d"}, "${DB:dwd}.t"),
        ({"DB": "${DB}"}, "${DB:dwd}.t"),
    ],
)
def test_a_name_takes_its_value_else_its_default_but_never_an_address(
    given_value: dict[str, str], expected: str
) -> None:
    assert expected == fill_name("${DB:dwd}.t", given_value)
    assert expected == fill_sql("${DB:dwd}.t", given_value).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WITH ('url' = '${X}')", "WITH ('url' = 'jdbc:mysql://h/d')"),
        ("FROM `${H}.ods.t`", "FROM `my-project.ods.t`"),
        ("FROM ${X}.t", "FROM ${X}.t"),
        ("FROM ${H}.t", "FROM ${H}.t"),
        ("WITH ('a' = 'b', c = ${X})", "WITH ('a' = 'b', c = ${X})"),
        ("WITH ('host' = '${Y:db.example}')", "WITH ('host' = '${Y:db.example}')"),
        ("WITH ('note' = '${Q}')", "WITH ('note' = '${Q}')"),
    ],
)
def test_what_is_no_plain_name_is_put_only_within_quotes(text: str, expected: str) -> None:
    values = {"X": "jdbc:mysql://h/d", "H": "my-project", "Q": "it's"}
    assert expected == fill_sql(text, values).text


@given(st.lists(st.sampled_from(["${a}", "$b", "${c:long_default}", "plain ", "\n", "字"]), max_size=12))
def test_every_sign_of_a_filled_text_is_found_where_it_stood(pieces: list[str]) -> None:
    text = "".join(pieces)
    filled = fill_sql(text, {"a": "longer_than_before", "b": "s"})
    lines, lines_before = filled.text.split("\n"), text.split("\n")
    for line, words in enumerate(lines, start=1):
        for column, sign in enumerate(words, start=1):
            found, at = filled.place(line, column)
            before = lines_before[found - 1][at - 1]
            assert (line, True) == (found, before in {sign, "$"})
