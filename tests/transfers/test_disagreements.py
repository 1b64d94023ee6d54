"""Two approvals on record for the same: when they contradict each other, and when one only follows the other."""

from datetime import date
from typing import Any

import pytest

from kuajing.model.declaration import Approval, Covers
from kuajing.model.truth import Truth
from kuajing.source.location import Location
from kuajing.transfers.disagreements import contradicting, differences

SCOPE = Covers("shop", ("acme",), ("support",), ("pi.basic",), 2_000, ())
OTHER_SCOPE = Covers("shop", ("acme",), ("support",), ("pi.finance",), 2_000, ())
MARCH, MAY = date(2026, 3, 2), date(2026, 5, 4)


def approval(mechanism: str = "standard_contract", **said: Any) -> Approval:  # noqa: ANN401  the words of an approval
    dates = said.pop("dates", {})
    covers = said.pop("covers", SCOPE)
    name = said.pop("name", "x")
    return Approval(
        name, Location("flows.yaml", 1), mechanism, covers, dates=tuple(sorted(dates.items())), **said
    )


def told(one: Approval, other: Approval) -> tuple[str, ...]:
    assert tuple(differences(one, other)) == tuple(differences(other, one))
    return tuple(differences(one, other))


def test_one_reference_with_two_dates_is_a_contradiction() -> None:
    one = approval(reference="004", dates={"effective": MARCH, "filed": date(2026, 3, 10)})
    other = approval(reference="004", dates={"effective": MARCH, "filed": date(2026, 3, 20)})
    assert ("fact.mechanism.filed",) == told(one, other)
    assert () == told(one, one)


def test_what_only_one_of_them_tells_contradicts_nothing() -> None:
    one = approval(reference="004", dates={"effective": MARCH, "filed": date(2026, 3, 10)})
    assert () == told(one, approval(reference="004", dates={"effective": MARCH}))


def test_another_reference_is_another_filing() -> None:
    one = approval(reference="004", dates={"effective": MARCH})
    assert () == told(one, approval(reference="005", dates={"effective": MAY}))


def test_without_references_the_same_scope_is_the_same_thing() -> None:
    one, other = approval(dates={"effective": MARCH}), approval(reference="005", dates={"effective": MAY})
    assert ("fact.mechanism.effective",) == told(one, other)
    assert () == told(one, approval(covers=OTHER_SCOPE, dates={"effective": MAY}))


def test_what_is_not_yet_in_force_is_another_matter() -> None:
    one = approval("security_assessment", dates={"applied": MARCH, "result": MAY})
    assert () == told(one, approval("security_assessment", dates={"applied": MAY}, result="pending"))


def test_other_mechanisms_contradict_nothing() -> None:
    one = approval(reference="004", dates={"effective": MARCH})
    assert () == told(one, approval("certification", reference="004", dates={"issued": MAY}))


@pytest.mark.parametrize(
    ("refused", "expected"),
    [
        (MAY, ("fact.mechanism.result",)),
        (MARCH, ("fact.mechanism.result",)),
        (date(2026, 3, 1), ()),
    ],
    ids=["after the pass", "on its day", "before it"],
)
def test_a_pass_is_contradicted_by_a_refusal_that_does_not_come_before_it(
    refused: date, expected: tuple[str, ...]
) -> None:
    one = approval("security_assessment", reference="1", dates={"result": MARCH}, result="pass")
    other = approval("security_assessment", reference="2", dates={"result": refused}, result="fail")
    assert expected == told(one, other)


def test_answers_words_and_scope_of_one_filing_are_compared_too() -> None:
    one = approval(reference="004", text_altered=Truth.NO, holder="exporter")
    other = approval(reference="004", text_altered=Truth.YES, holder="recipient", covers=OTHER_SCOPE)
    assert ("fact.mechanism.text_altered", "fact.mechanism.holder", "report.respect.category") == told(
        one, other
    )


def test_what_is_over_contradicts_nothing() -> None:
    best = approval(name="best", dates={"effective": MAY})
    over = approval(name="over", dates={"effective": MARCH, "expires": date(2026, 5, 3)})
    assert (over,) == contradicting(best, (best, over), date(2026, 5, 3))
    assert () == contradicting(best, (best, over), MAY)
