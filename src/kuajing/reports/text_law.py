"""The law behind a finding: the exemptions claimed that do not hold, and the articles that decide."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kuajing.model.articles import Article
from kuajing.model.findings import Finding
from kuajing.model.policies import OWN
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict
from kuajing.reports.articles import article_heads
from kuajing.reports.characters import cells
from kuajing.reports.claims import refused
from kuajing.reports.explain_steps import claim_ground
from kuajing.reports.spans import Line, entry, styled
from kuajing.reports.speaking import Speaking
from kuajing.reports.trails import Atlas
from kuajing.reports.words import Words

_MOST_ARTICLES = 3
_WITHOUT_MECHANISM = frozenset({"missing-mechanism", "planned-without-mechanism"})


def law_lines(
    finding: Finding,
    words: Words,
    articles: Mapping[str, Article],
    known: Atlas,
    room: int,
    said: frozenset[str],
) -> tuple[Line, ...]:
    """Why a claim does not hold, the articles that decide with what they say, the others by their keys.

    `said` are articles that an earlier finding told: they are named again, not told again.
    """
    told = told_articles(finding, known)
    new = [key for key in told if key not in said]
    width = max(map(cells, new), default=0)
    lines = list(_refused_claims(finding, words, articles, known, room))
    for key in new:
        lines += entry(key, width, 0, styled(_gloss(key, words, articles), room - width - 2, "quiet"))
    before = [key for key in told if key in said]
    others = [key for key in finding.citations if key not in told]
    for row, keys in (("before", before), ("others", others)):
        if keys:
            values = (("keys", ", ".join(keys)),)
            lines += styled(words.sentences(f"report.law.{row}", values), room, "quiet")
    return tuple(lines)


def of_law(finding: Finding, articles: Mapping[str, Article]) -> Finding:
    """A finding with what it cites of the law alone."""
    own = {key for key in finding.citations if key in articles and articles[key].confidence == OWN}
    return replace(finding, citations=tuple(key for key in finding.citations if key not in own))


def policy_heads(
    finding: Finding, words: Words, articles: Mapping[str, Article], room: int
) -> tuple[Line, ...]:
    """The organisation's own articles that a finding cites, by key and place; what they say stands in its sentence."""
    lines: list[Line] = []
    for key in finding.citations:
        if key in articles and articles[key].confidence == OWN:
            heads = article_heads(articles[key], words)
            lines += entry(key, cells(key), 0, styled(heads, room - cells(key) - 2, "quiet"))
    return tuple(lines)


def told_articles(finding: Finding, known: Atlas) -> tuple[str, ...]:
    """The articles of a finding that are told: those that decide its transfer, else the first ones cited."""
    judgement = known.judgement.get(finding.transfer or "")
    deciding = () if judgement is None else _deciding(judgement.verdict)
    first = tuple(dict.fromkeys(key for key in deciding if key in finding.citations))
    return (first or finding.citations)[:_MOST_ARTICLES]


def _deciding(verdict: Verdict) -> tuple[str, ...]:
    """The article that gave the route, or those that keep it open, then those of what is not shown to be met."""
    asked = [step for step in verdict.reasoning if step.asked.startswith("ask.")]
    if verdict.possible:
        route = [step.citation for step in asked if step.answer is not Truth.NO]
    else:
        route = [step.citation for step in asked if step.answer is Truth.YES][-1:]
    return (*route, *(key for violation in verdict.violations for key in violation.citations))


def _refused_claims(
    finding: Finding, words: Words, articles: Mapping[str, Article], known: Atlas, room: int
) -> Iterable[Line]:
    """Exemptions that a transfer without its mechanism claims, and why they do not hold."""
    judgement = known.judgement.get(finding.transfer or "")
    if judgement is None or finding.check not in _WITHOUT_MECHANISM:
        return
    speaking = Speaking(words, articles, {one.languages: known.parties(one) for one in words.apart()})
    for claim in refused(judgement):
        for one in words.apart():
            values = (
                ("claim", one.word("value.claims", claim.name)),
                ("key", claim.citation),
                ("why", claim_ground(claim, speaking, one)),
            )
            yield from styled(one.sentences("report.law.claim", values), room, "unknown")


def _gloss(key: str, words: Words, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """What an article says in short, once in each language; empty where the analysis does not carry it."""
    article = articles.get(key)
    return ("",) if article is None else words.each(article.gloss)
