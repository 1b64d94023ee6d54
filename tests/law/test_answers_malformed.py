"""Whatever is put to the engine, it answers: a verdict, or an error that names the fault."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from kuajing.law import load_book
from kuajing.law.answers import answer


def nested(depth: int, *, in_lists: bool) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value] if in_lists else {"a": value}
    return value


JUNK: dict[str, object] = {
    "nothing": None,
    "yes": True,
    "a negative": -1,
    "a fraction": 1.5,
    "no number": float("nan"),
    "endless": float("-inf"),
    "a number of five thousand digits": 10**5000,
    "its negative": -(10**5000),
    "empty text": "",
    "unknown": "unknown",
    "long text": "x" * 100_000,
    "half a character": "\ud800",
    "no day": "2026-02-30",
    "a week": "2026-W01-1",
    "a moment": "2026-01-01T00:00:00",
    "a moment, read": datetime(2026, 1, 1, 12),  # noqa: DTZ001  what a YAML reader gives
    "the first day": date.min,
    "the last day": date.max,
    "an empty list": [],
    "a list of nothing": [None],
    "a list in a list": [["hr"]],
    "three bounds": [1, 2, 3],
    "bounds of text": ["0", "1"],
    "bounds that are no numbers": [float("nan"), float("inf")],
    "crossed bounds": [5, 4],
    "an empty mapping": {},
    "a mapping with a number for key": {1: 2, None: None},
    "a mapping with dots": {".": "."},
    "lists five thousand deep": nested(5_000, in_lists=True),
    "mappings five thousand deep": nested(5_000, in_lists=False),
    "bytes": b"transfer",
    "a set": {"hr"},
    "an object": object(),
}
BASE: dict[str, Any] = {
    "handler": {"base": "mainland", "ciio": False, "state_organ": False, "pi_handled_total": 9_000},
    "recipient": {"jurisdiction": "US"},
    "flow": {"mode": "transfer", "status": "live"},
    "data": {
        "personal": True,
        "important": "none",
        "ytd_persons": {"non_sensitive": 150_000, "sensitive": 0},
    },
    "legal_basis": "consent",
    "mechanism": {"type": "scc", "effective": "2026-03-02", "filed": "2026-03-10"},
}


def answered(line: object) -> dict[str, Any]:
    got = answer(line)
    assert got.get("error") or got["route"]
    return got


def paths() -> Iterator[str]:
    yield from (path.replace("*", "somebody") for path in load_book().rows)


def with_fact(path: str, value: object) -> dict[str, Any]:
    facts: dict[str, Any] = {
        name: dict(part) if isinstance(part, dict) else part for name, part in BASE.items()
    }
    part = facts
    *above, last = path.split(".")
    for step in above:
        part[step] = dict(part.get(step) or {})
        part = part[step]
    part[last] = value
    return {"id": "m", "as_of": "2026-06-30", "facts": facts}


@pytest.mark.parametrize("name", JUNK)
def test_no_value_of_a_fact_breaks_the_engine_and_its_fault_is_named(name: str) -> None:
    junk, start = JUNK[name], list(JUNK).index(name) % 3
    for path in list(paths())[start::3]:  # a third of the facts each, so that the whole stays fast
        got = answered(with_fact(path, junk))
        assert "error" not in got or f"`{path}" in got["error"]


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_no_line_breaks_the_engine(junk: object) -> None:
    answered(junk)
    answered({"id": junk, "as_of": "2026-06-30", "facts": BASE})
    answered({"id": "m", "as_of": junk, "facts": BASE})
    answered({"id": "m", "as_of": "2026-06-30", "facts": junk})
    answered({"id": "m", "as_of": "2026-06-30", "facts": {**BASE, "weather": junk}})
    for group in BASE:
        answered({"id": "m", "as_of": "2026-06-30", "facts": {**BASE, group: junk}})


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (["a", "b"], "A case is a mapping with id, as_of and facts; this is `['a', 'b']`."),
        ({"id": "m", "as_of": "2026-06-30", "facts": None}, "`facts` is no mapping of facts."),
        ({"id": "m", "as_of": "2026-06-30", "facts": [BASE]}, "`facts` is no mapping of facts."),
        (
            {"id": "m", "as_of": 20260630, "facts": BASE},
            "`as_of` is `20260630`, which is no date as YYYY-MM-DD.",
        ),
        (
            with_fact("flow.mode", "y" * 90),
            (
                f"`flow.mode` is `{'y' * 80}...`, which is not one of its words; near it: transfer, remote_access, "
                "direct_collection, overseas_storage, overseas_processing, log_shipping, onshore_access, "
                "domestic_replication, inbound, none."
            ),
        ),
    ],
)
def test_a_fault_is_told_in_words(line: object, error: str) -> None:
    assert error == answer(line)["error"]


def test_facts_that_are_not_read_are_named_and_change_nothing() -> None:
    plain = answered({"id": "m", "as_of": "2026-06-30", "facts": BASE})
    more = answered(
        {
            "id": "m",
            "as_of": "2026-06-30",
            "facts": {**BASE, "weather": {"today": "fine"}, "handler": {**BASE["handler"], "colour": "red"}},
        }
    )
    assert plain | {"reasoning": []} == more | {"reasoning": []}
    unread = [step["read"][0]["fact"] for step in more["reasoning"] if step["asked"] == "ask.unread_fact"]
    assert ["handler.colour", "weather"] == unread
