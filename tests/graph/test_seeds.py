from collections.abc import Callable

from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_spread import LabelSpread

Labels = Callable[[str], dict[str, list[str]]]


def test_a_classified_column_that_nothing_feeds_has_the_declared_origin(labels: Labels) -> None:
    assert labels("table a.s: x y\nholds a.s.x pi.name\npeople a.s abroad") == {
        "a.s.x": ["pi.name (abroad, plain)"]
    }


def test_without_a_declared_origin_it_is_unknown(labels: Labels) -> None:
    unknown = {"a.s.x": ["pi.name (unknown, plain)"]}
    assert labels("table a.s: x y\nholds a.s.x pi.name") == unknown
    assert labels("table a.s: x y\nholds a.s.x pi.name\npeople a.s unknown") == unknown


def test_a_column_of_no_category_has_no_label(labels: Labels) -> None:
    assert labels("table a.s: x\nholds a.s.x none") == {}


def test_a_fed_column_takes_its_origins_from_what_comes_in(labels: Labels) -> None:
    text = """
holds a.s.x pi.name
people a.s mainland
holds b.s.x pi.name
people b.s abroad
move a.s.x c.t.y
move b.s.x c.t.y
holds c.t.y pi.phone
"""
    assert labels(text)["c.t.y"] == [
        "pi.name (abroad, plain)",
        "pi.name (mainland, plain)",
        "pi.phone (abroad, plain)",
        "pi.phone (mainland, plain)",
    ]


def test_a_fed_column_into_which_nothing_personal_comes_has_an_unknown_origin(labels: Labels) -> None:
    assert labels("table a.s: x\nmove a.s.x c.t.y\nholds c.t.y pi.phone") == {
        "c.t.y": ["pi.phone (unknown, plain)"]
    }


def test_a_fed_column_has_the_origin_that_its_dataset_declares_too(labels: Labels) -> None:
    text = (
        "holds a.s.x pi.phone\npeople a.s abroad\nmove a.s.x c.t.y\nholds c.t.y pi.phone\npeople c.t mainland"
    )
    assert labels(text)["c.t.y"] == ["pi.phone (abroad, plain)", "pi.phone (mainland, plain)"]


def test_what_a_declared_column_sends_on_keeps_its_origin(labels: Labels) -> None:
    text = """
table a.s: x
move a.s.x b.t.y
holds b.t.y pi.phone
people b.t mainland
move b.t.y c.u.z
holds c.u.z pi.phone
"""
    assert labels(text) == {"b.t.y": ["pi.phone (mainland, plain)"], "c.u.z": ["pi.phone (mainland, plain)"]}


def test_a_copy_adds_no_label_to_the_one_that_came(labels: Labels) -> None:
    text = "holds a.s.x pi.phone\npeople a.s mainland\nmove a.s.x c.t.y hashed\nholds c.t.y pi.phone"
    assert labels(text)["c.t.y"] == ["pi.phone (mainland, plain)"]


def test_a_name_does_not_make_figures_personal(labels: Labels) -> None:
    text = "holds a.s.x pi.salary\npeople a.s mainland\nmove a.s.x c.t.salary aggregated\n"
    aggregate = ["pi.salary (mainland, aggregate)"]
    assert labels(f"{text}holds c.t.salary pi.salary")["c.t.salary"] == aggregate


def test_a_declaration_makes_figures_personal(labels: Labels) -> None:
    text = "holds a.s.x pi.salary\npeople a.s mainland\nmove a.s.x c.t.salary aggregated\n"
    both = ["pi.salary (mainland, aggregate)", "pi.salary (mainland, plain)"]
    assert labels(f"{text}holds c.t.salary pi.salary declared")["c.t.salary"] == both


def test_a_value_beside_figures_is_personal(labels: Labels) -> None:
    text = "holds a.s.x pi.salary\npeople a.s mainland\nmove a.s.x c.t.salary aggregated\nmove a.s.y c.t.salary\n"
    both = ["pi.salary (mainland, aggregate)", "pi.salary (mainland, plain)"]
    assert labels(f"{text}holds c.t.salary pi.salary")["c.t.salary"] == both


def test_columns_in_a_circle_that_nothing_feeds_have_an_unknown_origin(labels: Labels) -> None:
    text = "move a.s.x b.t.x\nmove b.t.x a.s.x\nholds a.s.x pi.name"
    unknown = ["pi.name (unknown, plain)"]
    assert labels(text) == {"a.s.x": unknown, "b.t.x": unknown}


def test_a_dataset_of_which_nothing_is_known_may_hold_anything(labels: Labels) -> None:
    unknown = ["unknown (mainland, plain)"]
    assert labels("move a.s.* b.t.y\npeople a.s mainland") == {"a.s.*": unknown, "b.t.y": unknown}


def test_a_dataset_that_is_filled_holds_what_comes_in(labels: Labels) -> None:
    assert labels("table z.s: x\nmove z.s.x a.s.*\nmove a.s.* b.t.y") == {}


def test_what_is_read_beside_the_known_columns_may_hold_anything(labels: Labels) -> None:
    unknown = ["unknown (unknown, plain)"]
    assert labels("partly a.s: x\nmove a.s.* b.t.y") == {"a.s.*": unknown, "b.t.y": unknown}


def test_a_dataset_read_by_its_known_columns_alone_is_not_unknown(labels: Labels) -> None:
    assert labels("partly a.s: x\nmove a.s.x b.t.y") == {}


def test_a_dataset_whose_columns_are_all_known_is_not_unknown(labels: Labels) -> None:
    assert labels("table a.s: x\nmove a.s.* b.t.y") == {}


def test_unknown_content_gives_its_origin_to_the_columns_it_may_fill(labels: Labels) -> None:
    text = "move a.s.* b.t.*\npeople a.s mainland\npartly b.t: mobile\nholds b.t.mobile pi.phone"
    assert labels(text)["b.t.mobile"] == ["pi.phone (mainland, plain)", "unknown (mainland, plain)"]


def test_a_column_declared_anonymous_has_no_label_of_its_own(labels: Labels) -> None:
    held = "table a.s: x\nholds a.s.x pi.name\nanonymous a.s x"
    unknown = {"a.s.x": ["pi.name (unknown, plain)"]}
    assert labels(f"{held} dpo k-anonymity 2026-01-01 2026-06-01") == {}
    assert labels(f"{held} dpo k-anonymity 2026-01-01 2026-05-31") == unknown
    assert labels(f"{held} dpo k-anonymity 2026-06-02 -") == unknown
    assert labels(f"{held} dpo k-anonymity - -") == unknown
    assert labels(f"{held} dpo - 2026-01-01 -") == unknown
    assert labels(f"{held} - k-anonymity 2026-01-01 -") == unknown


def test_an_indicator_of_important_data_is_a_label(labels: Labels) -> None:
    assert labels("table a.s: x\nsuggests a.s.x geo-1\nmove a.s.x b.t.x\nmove b.t.x c.u.x") == {
        "a.s.x": ["important:geo-1 (unknown, plain)"],
        "b.t.x": ["important:geo-1 (unknown, plain)"],
        "c.u.x": ["important:geo-1 (unknown, plain)"],
    }


def test_an_indicator_on_a_fed_column_that_brings_none_is_one_too(labels: Labels) -> None:
    text = "holds a.s.x pi.name\npeople a.s mainland\nmove a.s.x b.t.x\nsuggests b.t.x geo-1"
    assert labels(text)["b.t.x"] == ["important:geo-1 (mainland, plain)", "pi.name (mainland, plain)"]


def test_a_dataset_declared_important_is_so_in_every_column(labels: Labels) -> None:
    columns = "table a.s: x y\nmove a.s.* b.t.z\nimportant a.s notified"
    held = ["important:notified (unknown, plain)"]
    everywhere = {"a.s.*": held, "a.s.x": held, "a.s.y": held, "b.t.z": held}
    assert labels(columns) == everywhere
    assert labels(f"{columns} 2026-06-01") == everywhere
    assert labels(f"{columns} 2026-06-02") == {}
    assert labels("table a.s: x\nimportant a.s none") == {}


def test_a_category_begins_where_it_or_one_below_it_does(
    spreading: Callable[[str], tuple[FlowGraph, LabelSpread]],
) -> None:
    graph, result = spreading(
        "holds a.s.x pi.basic.name\nholds a.s.y pi.basic\nholds a.s.z pi.basically\ntable a.s: x y z\nmove a.s.x b.t.x"
    )
    assert [str(graph.columns[node]) for node in result.beginnings("pi.basic")] == ["a.s.x", "a.s.y"]
    assert result.beginnings("pi.bas") == ()
