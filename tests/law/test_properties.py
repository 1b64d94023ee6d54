"""What must hold of the engine whatever the case: more people never help, silence never helps, names do not matter."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.naive.random_cases import random_case

from kuajing.law import assess, load_book
from kuajing.law.answers import answer
from kuajing.law.clashes import strictest
from kuajing.law.intake import read_case
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict

BOOK = load_book()
CASES = st.builds(random_case, st.integers(1, 10**6), st.integers(0, 10**6))
FEW, SOME = settings(max_examples=60), settings(max_examples=120)
FREE = {"exempt", "no_restriction", "not_an_export"}
# How much a route asks for: more people or less on record may only lead further down.
STRICTNESS = {
    "not_an_export": 0,
    "no_restriction": 0,
    "exempt": 1,
    "gba_standard_contract": 2,
    "standard_contract_or_certification": 2,
    "security_assessment": 3,
    "prohibited": 4,
}
Case = dict[str, Any]


def told(case: Case) -> dict[str, Any]:
    got: Any = answer(case)
    assert "error" not in got, got["error"]
    return dict(got)


def changed(case: Case, path: str, value: object) -> Case:
    other = deepcopy(case)
    *parts, last = path.split(".")
    inside = other["facts"]
    for part in parts:
        inside = inside.setdefault(part, {})
    inside[last] = value
    return other


def stated(case: Case, path: str) -> Any:  # noqa: ANN401  facts are of any type
    inside: Any = case["facts"]
    for part in path.split("."):
        inside = inside.get(part) if isinstance(inside, dict) else None
    return inside


def more(case: Case, count: str, by: int) -> Case:
    """The same case with more people; an interval moves as a whole."""
    now = stated(case, count)
    if isinstance(now, list):
        return changed(case, count, [now[0] + by, None if now[1] is None else now[1] + by])
    return changed(case, count, now + by) if isinstance(now, int) else case


def no_easier(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """The easiest route is no easier than before; nor the hardest where the route was settled."""
    earlier, later = strictness(before), strictness(after)
    return min(earlier) <= min(later) and (len(earlier) > 1 or max(earlier) <= max(later))


def strictness(got: dict[str, Any]) -> list[int]:
    return [STRICTNESS.get(route, -1) for route in routes(got)]


def in_a_grace(case: Case) -> bool:
    """Two months after notification, and in the first months of a measure, nothing need be in place yet."""
    return bool(case["as_of"] < "2023-12-01" or stated(case, "data.important_notified_on"))


def routes(got: dict[str, Any]) -> list[str]:
    return list(got["possible"] or [got["route"]])


@SOME
@given(CASES, st.sampled_from(["non_sensitive", "sensitive"]), st.sampled_from([1, 10_000, 1_000_000]))
def test_more_people_never_clear_a_transfer(case: Case, kind: str, by: int) -> None:
    before, after = told(case), told(more(case, f"data.ytd_persons.{kind}", by))
    assert no_easier(before, after)
    assert not (before["violations"] and not after["violations"] and after["route"] != "undetermined")


@SOME
@given(CASES, st.sampled_from([("data.under_14", True), ("data.important", "declared"), ("data.face", True)]))
def test_worse_data_never_clears_a_transfer(case: Case, worse: tuple[str, object]) -> None:
    if worse[0] == "data.important" and (
        relies_on_the_guideline(case) or stated(case, "data.important_notified_on")
    ):
        return
    if worse[0] == "data.important" and stated(case, "data.important") not in {"none", "declared"}:
        return
    before, after = told(case), told(changed(case, *worse))
    assert no_easier(before, after)
    assert not (before["violations"] and not after["violations"] and after["route"] != "undetermined")


def relies_on_the_guideline(case: Case) -> bool:
    """The one exemption that is only for important data; it is contested whenever it is relied on."""
    return "automotive_guideline_exemption" in (stated(case, "claims") or [])


@SOME
@given(CASES)
def test_taking_the_mechanism_away_never_helps(case: Case) -> None:
    bare = changed(case, "mechanism", {"type": "none"})
    before, after = told(case), told(bare)
    assert no_easier(before, after)
    if in_a_grace(case):
        return
    assert not (before["violations"] and not after["violations"] and after["route"] != "undetermined")
    lost = {violation for violation in before["violations"] if violation.startswith("export_without_")}
    assert lost <= set(after["violations"])


@SOME
@given(CASES)
def test_taking_an_approval_away_never_helps(case: Case) -> None:
    approved = told(changed(case, "data.authority_approval", value=True))
    refused = told(changed(case, "data.authority_approval", value=False))
    assert no_easier(approved, refused)
    if "authority_approval" in routes(approved):
        assert "prohibited" in routes(refused)
    elif not asked_from_abroad(case):
        assert {**approved, "reasoning": []} == {**refused, "reasoning": []}


def asked_from_abroad(case: Case) -> bool:
    purpose = stated(case, "flow.purpose") or ""
    return "foreign" in purpose or stated(case, "recipient.role") == "foreign_authority"


def values(path: str) -> list[object]:
    """A few values for a fact that is not known."""
    row = BOOK.rows[path]
    if row.type == "truth":
        return [True, False]
    if row.type == "count":
        return [0, 1, 50_000, 150_000, 1_000_000, 20_000_000]
    if row.type == "word":
        words = row.over or row.words
        return [("US" if word == "elsewhere" else word) for word in words if word != "core"]
    return ["2022-10-10", "2024-05-06", "2026-01-09"] if row.type == "date" else [[], ["SG"]]


@SOME
@given(CASES, st.randoms(use_true_random=False))
def test_knowing_more_narrows_the_answer(case: Case, chance: Random) -> None:
    before = told(case)
    if not before["unsettled"]:
        return
    path = chance.choice(before["unsettled"])
    value = chance.choice(values(path))
    now = stated(case, path)
    if isinstance(now, list) and BOOK.rows[path].type == "count":
        value = chance.choice([now[0], now[1] if now[1] is not None else now[0] + 1])
    if BOOK.rows[path].type == "date" and str(value) > case["as_of"]:
        return
    known = changed(case, path, value)
    if "error" in answer(
        known
    ):  # the value contradicts another fact, such as an operator that was never notified
        return
    if strictest(read_case(known, BOOK))[1]:  # so is one that is judged by its strictest reading
        return
    after = told(known)
    assert set(routes(after)) <= set(routes(before))
    assert set(before["duties"]) <= set(after["duties"])
    if path != "flow.status":
        assert set(before["violations"]) <= set(after["violations"])
    assert_met_stays_met(verdict(case), verdict(known))


def verdict(case: Case) -> Verdict:
    return assess(read_case(case, BOOK), BOOK)


def assert_met_stays_met(before: Verdict, after: Verdict) -> None:
    met = {duty.id for duty in before.duties if duty.met is Truth.YES}
    assert met <= {duty.id for duty in after.duties if duty.met is Truth.YES}


@FEW
@given(CASES, st.text(min_size=1, max_size=20))
def test_names_and_unread_facts_change_nothing(case: Case, name: str) -> None:
    before = told(case)
    renamed = changed(case, f"facts_of_{len(name)}", name)
    renamed["id"] = name
    for path in ("mechanism.covers", "mechanism.recipients"):
        if stated(renamed, path):
            renamed = changed(renamed, path, [f"{one} of {len(name)}" for one in stated(renamed, path)])
    after = told(renamed)
    for field in set(before) - {"id", "reasoning"}:
        assert before[field] == after[field]


@FEW
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_nothing(case: Case, chance: Random) -> None:
    assert told(case) == told({**case, "facts": shuffled(case["facts"], chance)})


def shuffled(facts: dict[str, Any], chance: Random) -> dict[str, Any]:
    keys = list(facts)
    chance.shuffle(keys)
    return {key: shuffled(facts[key], chance) if isinstance(facts[key], dict) else facts[key] for key in keys}


def clearing_steps() -> Iterator[Any]:
    for question in BOOK.questions:
        if question.route in FREE:
            yield pytest.param(question, id=question.id)


@pytest.mark.parametrize("question", list(clearing_steps()))
def test_what_is_known_from_commentary_alone_clears_nothing(question: Any) -> None:  # noqa: ANN401
    """A question that frees a transfer rests on official text; the one named exception is always contested."""
    kinds = {version.confidence for key in question.articles for version in BOOK.provisions[key].versions}
    if question.exemption == "AUTOG-2026":
        assert kinds == {"COM"}
        return
    assert kinds & {"OFF", "INF"}


def test_the_guideline_known_from_commentary_is_contested_wherever_it_frees() -> None:
    relied_on = 0
    for number in range(2_000):
        case = random_case(5, number)
        if not relies_on_the_guideline(case):
            continue
        got = told(case)
        if got["exemption"] == "AUTOG-2026":
            relied_on += 1
            assert got["contested"]
            assert "automotive_guideline" in got["contested_points"]
    assert relied_on > 3
