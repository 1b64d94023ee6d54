from dataclasses import replace

import pytest
from tests.reports.sample import ANALYSIS, CRM_TO_US, FINDINGS, NAMES

from kuajing.model.analysis import Analysis
from kuajing.model.cases import Case
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step, Verdict
from kuajing.reports.text import render_text
from kuajing.reports.text_law import told_articles
from kuajing.reports.trails import atlas

MISSING = next(finding for finding in FINDINGS if finding.transfer == "crm-to-us")
READ = (("claims", "transit"), ("data.domestic_pi_introduced", "yes"))


def about(verdict: Verdict, *claims: str) -> Analysis:
    """The sample with one finding, about a transfer with this verdict and these claims."""
    case = Case("crm-to-us", verdict.on, (("claims", claims),))
    judgement = replace(CRM_TO_US, transfer=replace(CRM_TO_US.transfer, case=case), verdict=verdict)
    return replace(ANALYSIS, judgements=(judgement,), findings=(MISSING,))


def claiming(answer: Truth) -> Verdict:
    step = Step("CBDF-2024-A4", "ask.transit", answer, READ, ("data.domestic_pi_introduced",))
    return replace(CRM_TO_US.verdict, reasoning=(step,))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "claimed: transit of data from abroad (CBDF-2024-A4), which fails on whether mainland",
        ),
        ("zh", "主张豁免：境外数据过境（CBDF-2024-A4），不成立。原因：是否引入境内个人信息：是"),
    ],
)
def test_a_claim_that_does_not_hold_is_told_with_its_reason(language: str, line: str) -> None:
    text = render_text(about(claiming(Truth.NO), "transit"), language, NAMES)
    assert [line] == [line for one in text.splitlines() if one.endswith(line)]


def test_a_claim_that_holds_or_is_not_made_is_not_told() -> None:
    for analysis in (about(claiming(Truth.YES), "transit"), about(claiming(Truth.NO))):
        assert "claimed:" not in render_text(analysis, "en", NAMES)


def test_the_articles_that_decide_are_told_and_the_others_named() -> None:
    steps = (
        Step("PIPL-2021-A36", "ask.state_organ", Truth.NO, ()),
        Step("CBDF-2024-A8", "ask.counters_contract", Truth.YES, ()),
    )
    decided = about(replace(CRM_TO_US.verdict, reasoning=steps, violations=()))
    cited = replace(MISSING, citations=("CBDF-2024-A13", "CBDF-2024-A8", "PIPL-2021-A36"))
    assert told_articles(cited, atlas(decided)) == ("CBDF-2024-A8",)


def test_what_keeps_a_route_open_is_told() -> None:
    steps = (
        Step("PIPL-2021-A36", "ask.state_organ", Truth.NO, ()),
        Step("CBDF-2024-A8", "ask.counters_contract", Truth.UNKNOWN, ()),
        Step("CBDF-2024-A5.1.4", "ask.de_minimis", Truth.UNKNOWN, ()),
    )
    open_verdict = replace(
        CRM_TO_US.verdict, reasoning=steps, violations=(), possible=("exempt", "prohibited")
    )
    cited = replace(MISSING, citations=("CBDF-2024-A5.1.4", "CBDF-2024-A8", "PIPL-2021-A36"))
    assert told_articles(cited, atlas(about(open_verdict))) == ("CBDF-2024-A8", "CBDF-2024-A5.1.4")


def test_without_a_transfer_the_first_articles_cited_are_told() -> None:
    cited = replace(MISSING, transfer=None, citations=("A-1", "A-2", "A-3", "A-4"))
    assert told_articles(cited, atlas(ANALYSIS)) == ("A-1", "A-2", "A-3")


def test_what_an_article_says_is_told_once() -> None:
    twice = replace(MISSING, subject="again", detail="again")
    text = render_text(replace(ANALYSIS, findings=(MISSING, twice)), "en", NAMES)
    assert text.count("CBDF-2024-A8  from 100,000 people") == 1
    assert text.count("told above: CBDF-2024-A8") == 1
