"""A change of one number, one day or one word of the law is noticed by an example; the whole run is a command."""

import random

import pytest
from benchmarks.law_mutations.choosing import changes_of
from benchmarks.law_mutations.equivalents import equivalents
from benchmarks.law_mutations.judging import Judge, examples, law_files
from benchmarks.law_mutations.mutator import changes

from kuajing.law import load_book
from kuajing.source.nodes import Node
from kuajing.source.yaml_text import parse_yaml

SAMPLE = 120
SEED = 20240322


def parsed(text: str) -> Node:
    (node,) = parse_yaml("rules/law/one.yaml", text)
    return node


def test_each_change_changes_one_thing() -> None:
    node = parsed(
        """
        - id: duty
          from: 2024-03-22
          when: {all: [{at_least: {n: 10}}, {not: {fact: {w: [a, b]}}}]}
        """
    )

    assert [
        "one.yaml duty/from: 2024-03-22 made 2024-03-23",
        "one.yaml duty/from: 2024-03-22 made 2024-03-21",
        "one.yaml duty/when/all/at_least n 10: dropped from all",
        "one.yaml duty/when/all/at_least n 10/at_least: 10 made 11",
        "one.yaml duty/when/all/at_least n 10/at_least: 10 made 9",
        "one.yaml duty/when/all/not fact w [a, b]: dropped from all",
        "one.yaml duty/when/all/not fact w [a, b]: not dropped",
        "one.yaml duty/when/all/not fact w [a, b]/not/fact/a: taken out",
        "one.yaml duty/when/all/not fact w [a, b]/not/fact/b: taken out",
    ] == [change.name for change in changes("law/one.yaml", node)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("met: {known: w}", {"met": {"not": {"known": "w"}}}),
        ("not: {known: w}", {"known": "w"}),
        ("shown: w", {"named": "w"}),
        ("years: 3", {"years": 4}),
        ("until: 2024-02-29", {"until": "2024-03-01"}),
        ("yields_to: [{to: [s], by: k}]", {"yields_to": []}),
        ("duties: [{id: d}, {id: e}]", {"duties": [{"id": "e"}]}),
        ("exemption: [k]", {"exemption": []}),
    ],
)
def test_the_changed_tree_differs_there_alone(text: str, plain: object) -> None:
    node = parsed(text)

    assert plain == next(changes("law/one.yaml", node)).make(node).plain()


def test_what_is_referred_to_twice_changes_at_both() -> None:
    node = parsed("{one: &a {route: [x]}, two: *a}")

    (change,) = changes("law/one.yaml", node)

    assert {"one": {"route": []}, "two": {"route": []}} == change.make(node).plain()


def test_every_sampled_change_is_noticed() -> None:
    files = law_files()
    known = equivalents()
    possible = [change for change in changes_of(files) if change.name not in known]
    judge = Judge(files, list(examples(load_book())))

    sample = random.Random(SEED).sample(possible, SAMPLE)  # noqa: S311  a fixed choice, no secret

    assert [] == [f"{change.place}: {change.name}" for change in sample if judge.told_by(change) is None]


def test_known_equivalents_are_changes_that_can_still_be_made() -> None:
    names = {change.name for change in changes_of(law_files())}

    assert frozenset() == equivalents() - names
