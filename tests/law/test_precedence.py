"""Which of several questions decides: by what the articles say, and an error where none says it."""

from collections.abc import Callable

import pytest

from kuajing.law import LawBook, load_book, read_book
from kuajing.law.procedure import Question
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_text, packaged_yaml
from kuajing.source.yaml_text import parse_yaml

PROCEDURE = "law/procedure.yaml"
STANDARD_CONTRACT_YIELDS = "      - {to: [counters_contract], by: CBDF-2024-A8}"
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

    ((message, values),) = faults(
        lambda text: text.replace("    yields_to:\n" + STANDARD_CONTRACT_YIELDS, "")
    )

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
        ("      - {to: [counters_contract], by: CBDF-2024-A88}", "law_terms.book_citation"),
        ("      - {to: [counters_contact], by: CBDF-2024-A8}", "law_terms.book_word"),
        ("      - {to: [counters_contract]}", "law_terms.book_missing"),
    ],
)
def test_a_precedence_names_steps_and_the_article_that_says_so(line: str, fault: str) -> None:
    (found,) = faults(lambda text: text.replace(STANDARD_CONTRACT_YIELDS, line))

    assert fault == found[0]


def decided_before(book: LawBook) -> dict[str, set[str]]:
    """For each question, those of other routes that stand before it on some day."""
    found = {}
    for number, question in enumerate(book.questions):
        others = (one for one in book.questions[:number] if one.route != question.route and not one.overlay)
        found[question.id] = {one.id for one in others if asked_on_one_day(one, question)}
    return found


def asked_on_one_day(one: Question, other: Question) -> bool:
    starts = [question.since for question in (one, other) if question.since]
    ends = [question.until for question in (one, other) if question.until]
    return not starts or not ends or max(starts) < min(ends)


def test_the_order_of_the_file_decides_no_route() -> None:
    head, steps = packaged_text(PROCEDURE).split("\nsteps:\n")
    blocks = ["  - id:" + block for block in steps.split("  - id:")[1:]]
    moved = sorted(blocks, key=lambda block: "&" in block or "*" in block)

    book = read_book(with_procedure(lambda _: head + "\nsteps:\n" + "".join(moved)))

    assert moved != blocks
    assert decided_before(load_book()) == decided_before(book)
