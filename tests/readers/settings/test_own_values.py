"""Settings give each other values, and a file of many documents costs what its lines cost."""

import time

import pytest

from kuajing.readers.catalogue import catalogue_of
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.own_values import OwnValues
from kuajing.readers.settings.setting import Setting, setting
from kuajing.readers.spring import SPRING
from kuajing.source.location import Location
from kuajing.source.text import SourceText


def said(**texts: str) -> list[Setting]:
    return [setting(name, text, Location("a")) for name, text in texts.items()]


@pytest.mark.parametrize(
    ("texts", "given", "values"),
    [
        ({"a": "x", "b": "${a}-${a}"}, {}, {"a": "x", "b": "x-x"}),
        ({"a": "x", "b": "${a}"}, {"a": "given"}, {"a": "given", "b": "given"}),
        ({"a": "${b}", "b": "${c}", "c": "${d}", "d": "x"}, {}, {"a": "x", "b": "x", "c": "x", "d": "x"}),
        (
            {"a": "${b}", "b": "${c}", "c": "${d}", "d": "${e}", "e": "x"},
            {},
            {"b": "x", "c": "x", "d": "x", "e": "x"},
        ),
        ({"a": "${b}", "b": "${a}", "c": ""}, {}, {}),
    ],
)
def test_values_fill_each_other_for_three_rounds(
    texts: dict[str, str], given: dict[str, str], values: dict[str, str]
) -> None:
    found = OwnValues(said(**texts), given)
    assert (values, len(values)) == (dict(found), len(found))


def test_what_is_said_later_is_heard_also_by_what_asks_for_it() -> None:
    common = OwnValues(said(host="one", url="at ${host}"), {})
    assert {"host": "two", "url": "at two"} == dict(common.with_settings(said(host="two")))
    assert {"host": "one", "url": "at one"} == dict(common.with_settings(said(host="one")))


@pytest.mark.parametrize("document", ["#---\nx.host=h\n", "a=b\n", "spring.redis.host=h\n"])
def test_a_file_of_properties_costs_what_its_lines_cost(document: str) -> None:
    fewer, more = (min(_seconds(document * count) for _ in range(2)) for count in (1_000, 10_000))
    assert more < 40 * fewer, f"{fewer} and {more} seconds"


def _seconds(text: str) -> float:
    started = time.process_time()
    source = SourceText("application.properties", text, "utf-8", doubtful=False, digest="")
    assert list(SPRING.movement(source, SourceContext(None, {}), catalogue_of(())))
    return time.process_time() - started
