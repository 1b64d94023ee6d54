"""One transfer explained article by article: the questions and answers, the duties, the approvals, what is open."""

from collections.abc import Iterable, Mapping

from kuajing.model.analysis import Analysis
from kuajing.model.articles import Article
from kuajing.model.standing import standing
from kuajing.model.transfers import Coverage, Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step
from kuajing.reports.articles import article_heads
from kuajing.reports.characters import cells, visible
from kuajing.reports.parties import party_names
from kuajing.reports.settling import declaration_place
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, plain_text, styled
from kuajing.reports.transfers_table import party_words, people_words, purpose_words, recipient_words
from kuajing.reports.words import Names, Values, Words, words_for

_FACTS = ("purpose", "data", "people", "seen_at", "answer")
_STYLES = {Truth.YES: "met", Truth.NO: "violation", Truth.UNKNOWN: "unknown"}
_ANSWERS = frozenset(answer.value for answer in Truth)
_MOST_PLACES = 5


def explain_transfer(analysis: Analysis, judgement: Judgement, language: str, names: Names) -> str:
    """The reasoning behind one verdict, whole."""
    words = words_for(language, names)
    articles = {article.key: article for article in analysis.articles}
    sections = (
        _title(analysis, judgement, words),
        _section("reasoning", _reasoning(judgement.verdict.reasoning, words, articles), words),
        _section("exemption", _cited((judgement.verdict.exemption or "",), words, articles), words),
        _section("violations", _violations(judgement, words, articles), words),
        _section("duties", _duties(judgement, words, articles), words),
        _section("approvals", _approvals(judgement.coverage, words), words),
        _section("contested", _contested(judgement, words), words),
        _section("settle", _settling(analysis, judgement, words), words),
    )
    return plain_text(line for section in sections for line in section)


def _title(analysis: Analysis, judgement: Judgement, words: Words) -> tuple[Line, ...]:
    labels = {row: words.term(f"report.explain.{row}") for row in _FACTS}
    width = max(map(cells, labels.values()))
    told = [_facts(judgement, one) for one in words.apart()]
    lines: list[Line] = [((visible(judgement.transfer.id), "heading"),)]
    lines += paragraph([_between(analysis, judgement, one) for one in words.apart()], 2)
    for row in _FACTS:
        texts = dict.fromkeys(text for facts in told for text in facts[row] if text)
        lines += entry(labels[row], width, 2, styled(texts, WIDTH - width - 4))
    return tuple(lines)


def _between(analysis: Analysis, judgement: Judgement, words: Words) -> str:
    transfer, parties = judgement.transfer, party_names(analysis.declaration, words)
    return f"{party_words(transfer.handler, parties, words)} → {recipient_words(transfer, parties, words)}"


def _facts(judgement: Judgement, words: Words) -> dict[str, tuple[str, ...]]:
    """What is known of a transfer in one language, each row in one or more lines."""
    transfer, verdict = judgement.transfer, judgement.verdict
    places = [visible(str(crossing.location)) for crossing in transfer.crossings]
    seen = words.listed(places[:_MOST_PLACES]) + (
        f" +{len(places) - _MOST_PLACES}" if places[_MOST_PLACES:] else ""
    )
    word = standing(judgement)
    state = "" if word == verdict.route else words.term(f"report.standing.{word}")
    still_open = (("named", words.words("route", verdict.possible)),)
    return {
        "purpose": (purpose_words(transfer, words),),
        "data": (words.categories((*transfer.categories, *transfer.aggregates)) or "–",),
        "people": (people_words(transfer, words),),
        "seen_at": (seen or words.term("report.explain.declared_only"),),
        "answer": (
            "; ".join(
                part for part in (words.word("route", verdict.route), state, verdict.on.isoformat()) if part
            ),
            words.term("report.route.open", still_open) if verdict.possible else "",
        ),
    }


def _section(name: str, lines: Iterable[Line], words: Words) -> tuple[Line, ...]:
    body = tuple(lines)
    return (EMPTY, ((words.term(f"report.explain.{name}"), "heading"),), *body) if body else ()


def _reasoning(steps: Iterable[Step], words: Words, articles: Mapping[str, Article]) -> Iterable[Line]:
    """Each question with its answer, the article it rests on and the facts read; a plain no names the article only."""
    width = max(cells(words.truth(answer)) for answer in Truth)
    for number, step in enumerate(steps, 1):
        question = entry(
            words.truth(step.answer), width, 0, styled(words.sentences(step.asked), WIDTH - width - 8)
        )
        for place, (blank, label, *rest) in enumerate(question):
            mark = f"{number:>4}  " if place == 0 else " " * 6
            style = _STYLES[step.answer] if place == 0 else "plain"
            yield ((mark, "quiet"), blank, (label[0], style), *rest)
        tell = _where if step.answer is Truth.NO else _article
        if step.citation:
            yield from paragraph(tell(step.citation, words, articles), width + 8, "quiet")
        if step.read:
            yield from paragraph((_read(step, one) for one in words.apart()), width + 8, "place")


def _read(step: Step, words: Words) -> str:
    return words.listed(f"{words.word('fact', path)} = {_value(value, words)}" for path, value in step.read)


def _value(value: str, words: Words) -> str:
    return words.truth(Truth(value)) if value in _ANSWERS else visible(value)


def _article(key: str, words: Words, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The article's place and what it says; its key alone where the analysis does not carry it."""
    article = articles.get(key)
    if article is None:
        return (key,)
    heads = _where(key, words, articles)
    return tuple(
        one.term("report.article.short", (("place", head), ("gloss", one.pair(article.gloss))))
        for head, one in zip(heads, words.apart(), strict=True)
    )


def _where(key: str, words: Words, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The article's key and place; its key alone where the analysis does not carry it."""
    article = articles.get(key)
    return (key,) if article is None else tuple(f"{key} {head}" for head in article_heads(article, words))


def _cited(keys: Iterable[str], words: Words, articles: Mapping[str, Article]) -> Iterable[Line]:
    for key in keys:
        if key:
            yield from paragraph(_article(key, words, articles), 2)


def _violations(judgement: Judgement, words: Words, articles: Mapping[str, Article]) -> Iterable[Line]:
    for violation in judgement.verdict.violations:
        yield from paragraph(words.sentences(f"violation.{violation.id}"), 2, "violation")
        for key in violation.citations:
            yield from paragraph(_article(key, words, articles), 6, "quiet")


def _duties(judgement: Judgement, words: Words, articles: Mapping[str, Article]) -> Iterable[Line]:
    labels = {met: words.term(f"report.duty.{met.value}") for met in Truth}
    width = max(map(cells, labels.values()))
    for duty in judgement.verdict.duties:
        named = styled(words.sentences(f"duty.{duty.id}"), WIDTH - width - 4)
        for place, line in enumerate(entry(labels[duty.met], width, 2, named)):
            yield (line[0], (line[1][0], _STYLES[duty.met]), *line[2:]) if place == 0 else line
        for key in duty.citations:
            yield from paragraph(_article(key, words, articles), width + 4, "quiet")


def _approvals(compared: Iterable[Coverage], words: Words) -> Iterable[Line]:
    for coverage in compared:
        key = f"report.covered.{coverage.covered.value}"
        values: Values = (("approval", coverage.approval),)
        yield from paragraph(words.sentences(key, values), 2, _STYLES[coverage.covered])
        for shortfall in coverage.shortfalls:
            yield from paragraph(words.sentences(shortfall.respect, shortfall.values), 6)


def _contested(judgement: Judgement, words: Words) -> Iterable[Line]:
    verdict = judgement.verdict
    for point in verdict.contested_points:
        yield from paragraph(words.sentences(f"flag.{point}"), 2)
    if verdict.alternatives:
        for one in words.apart():
            values = (("named", one.words("route", verdict.alternatives)),)
            yield from paragraph(one.sentences("report.explain.alternatives", values), 2)


def _settling(analysis: Analysis, judgement: Judgement, words: Words) -> Iterable[Line]:
    best = judgement.coverage[0].approval if judgement.coverage else None
    places = [
        (declaration_place(fact, judgement.transfer, analysis, best), fact)
        for fact in judgement.verdict.unsettled
    ]
    width = max((cells(place) for place, _ in places), default=0)
    for place, fact in places:
        yield from entry(place, width, 2, styled(words.sentences(f"fact.{fact}"), max(WIDTH - width - 4, 30)))
