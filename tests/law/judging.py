"""A transfer judged by the shipped law: the usual facts of the law's examples, and what differs."""

from typing import Any

from benchmarks.law_examples import merged, usual

from kuajing.law.answers import answer

NOW = "2026-11-02"


def judged(on: str = NOW, **differing: Any) -> dict[str, Any]:  # noqa: ANN401  facts are of any kind
    """The answer for the usual facts with those that differ, by area: `handler={"ciio": True}`."""
    got = answer({"id": "trap", "as_of": on, "facts": merged(usual(), differing)})
    assert "error" not in got, got
    return dict(got)


def route(on: str = NOW, **differing: Any) -> str:  # noqa: ANN401  facts are of any kind
    """The route of that answer."""
    return str(judged(on, **differing)["route"])


def people(ordinary: int = 40_000, sensitive: int = 0, **more: object) -> dict[str, object]:
    """The data of a transfer with so many people this year."""
    return {"ytd_persons": {"non_sensitive": ordinary, "sensitive": sensitive}, **more}


LIVE = {"status": "live"}
CONTRACT = {"type": "scc", "effective": "2025-06-16", "filed": "2025-06-24", "pipia_completed": "2025-05-12"}
"""A standard contract in order: exports under it began on 2025-07-01."""
BAND = "standard_contract_or_certification"
ASSESSMENT = "security_assessment"
