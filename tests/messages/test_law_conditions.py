"""Every condition that the law's data names has words, and every change that an explanation tries."""

from typing import Any

import pytest

from kuajing.law import load_book
from kuajing.law.changes import load_trials
from kuajing.messages import is_key
from kuajing.source.packaged import packaged_yaml


def test_every_named_condition_has_words() -> None:
    named: Any = packaged_yaml("law/conditions.yaml").plain()
    assert [] == [name for name in named if not is_key(f"condition.{name}")]


def test_every_mark_of_a_purpose_has_words() -> None:
    purposes: Any = packaged_yaml("law/purposes.yaml").plain()
    marks = {mark for marks in purposes.values() for mark in marks}
    assert [] == sorted(mark for mark in marks if not is_key(f"mark.{mark}"))


@pytest.mark.parametrize("side", ["lighter", "heavier"])
def test_every_change_that_sets_several_facts_is_named(side: str) -> None:
    trials = getattr(load_trials(load_book()), side)
    unnamed = [trial for trial in trials if not trial.name and len(trial.paths) > 1]
    unknown = [trial.name for trial in trials if trial.name and not is_key(f"change.{trial.name}")]
    assert ([], []) == (unnamed, unknown)
