"""Which of several questions decides: by what the articles say, and an error where none says it."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from kuajing.law import load_book, read_book
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_text, packaged_yaml
from kuajing.source.yaml_text import parse_yaml

PROCEDURE = "law/procedure.yaml"
STANDARD_CONTRACT_YIELDS = "    yields_to: [{to: [counters_contract], by: CBDF-2024-A8}]"
"""What the exemption by number says of itself: the last line of the chain."""


def with_procedure(change: Callable[[str], str]) -> dict[str, Node]:
    paths = (path for path in packaged_files("law", ".yaml") if not path.endswith(".cases.yaml"))
    (node,) = parse_yaml(f"rules/{PROCEDURE}", change(packaged_text(PROCEDURE)))
    return {**{path: packaged_yaml(path) for path in paths}, PROCEDURE: node}


def faults(change: Callable[[str], str]) -> list[tuple[str, dict[str, str]]]:
    with pytest.raises(InputErrors) as told:
        read_book(with_procedure(change))
    return [(error.message, dict(error.values)) for error in told.value.errors]


def test_two_routes_that_nothing_orders_are_an_error_with_both_places() -> None:
    text = packaged_text(PROCEDURE)
    line = text[: text.index("  - id: counters_contract")].count("\n") + 1

    ((message, values),) = faults(lambda text: text.replace(STANDARD_CONTRACT_YIELDS, ""))

    assert "law_terms.book_unordered" == message
    assert ("opened_onshore", "de_minimis") == (values["first"], values["second"])
    assert values["place"].startswith(f"rules/{PROCEDURE}:")
    assert line > int(values["place"].split(":")[1]) > 0


def test_a_circle_of_precedence_is_an_error() -> None:
    circle = STANDARD_CONTRACT_YIELDS.replace("counters_contract", "counters_contract, de_minimis")

    assert [("law_terms.book_precedence_circle", {"name": "de_minimis"})] == faults(
        lambda text: text.replace(STANDARD_CONTRACT_YIELDS, circle)
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("    yields_to: [{to: [counters_contract], by: CBDF-2024-A88}]", "law_terms.book_citation"),
        ("    yields_to: [{to: [counters_contact], by: CBDF-2024-A8}]", "law_terms.book_word"),
        ("    yields_to: [{to: [counters_contract]}]", "law_terms.book_missing"),
    ],
)
def test_a_precedence_names_steps_and_the_article_that_says_so(line: str, fault: str) -> None:
    (found,) = faults(lambda text: text.replace(STANDARD_CONTRACT_YIELDS, line))

    assert fault == found[0]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_file_decides_nothing(seed: int) -> None:
    head, steps = packaged_text(PROCEDURE).split("\nsteps:\n")
    moved = ["  - id:" + block for block in steps.split("  - id:")[1:]]
    random.Random(seed).shuffle(moved)  # noqa: S311  a fixed shuffle, no secret

    book = read_book(with_procedure(lambda _: head + "\nsteps:\n" + "".join(moved)))

    for on in (date(2023, 6, 1), date(2026, 6, 1)):
        assert [one.id for one in load_book().questions_on(on)] == [one.id for one in book.questions_on(on)]
