"""Findings as calm blocks of text: what, where, the trail, the law, what to do."""

from collections.abc import Iterable, Mapping

from kuajing.model.articles import Article
from kuajing.model.facts import Basis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.labels import Form, Label
from kuajing.model.truth import Truth
from kuajing.reports.characters import cells, visible
from kuajing.reports.spans import EMPTY, WIDTH, Line, Span, entry, paragraph, styled
from kuajing.reports.trails import Atlas, evidence, way_lines, ways
from kuajing.reports.words import Words, count

_NATURES = (Nature.VIOLATION, Nature.UNKNOWN, Nature.NOTICE)
_LEVELS = (Level.BLOCK, Level.WARN, Level.REPORT)
_INDENT = 2
_ROWS = ("data", "trail", "law", "also", "rests_on", "do")
_MOST_RELATED = 5
_MOST_WAYS = 4
_MOST_ARTICLES = 3


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by nature, level, place, check, subject and detail, the gravest first."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[object, ...]:
    place = finding.location
    nature, level = _NATURES.index(finding.nature), _LEVELS.index(finding.level)
    return (nature, level, place, finding.check, finding.subject, finding.detail, finding.values)


def finding_lines(
    findings: Iterable[Finding], words: Words, known: Atlas, articles: Mapping[str, Article]
) -> tuple[Line, ...]:
    """Open findings, those of one nature together under a heading."""
    ordered = in_order(findings)
    lines: list[Line] = []
    for nature in _NATURES:
        group = [finding for finding in ordered if finding.nature is nature]
        if not group:
            continue
        heading = f"{words.term(f'report.nature.{nature.value}')}  {count(len(group))}"
        lines += [((heading, "heading"),), EMPTY]
        for finding in group:
            lines += [*_block(finding, words, known, articles), EMPTY]
    return tuple(lines)


def accepted_lines(findings: Iterable[Finding], words: Words) -> tuple[Line, ...]:
    """Accepted findings, one line each, under their heading."""
    ordered = in_order(findings)
    if not ordered:
        return ()
    heading = f"{words.term('report.heading.accepted')}  {count(len(ordered))}"
    return (((heading, "heading"),), *(_accepted(finding) for finding in ordered), EMPTY)


def _accepted(finding: Finding) -> Line:
    return (
        ("  ", "plain"),
        (f"{finding.check}  ", "quiet"),
        (visible(str(finding.location)), "place"),
        (f"  {visible(finding.subject)}: {visible(finding.accepted)}", "quiet"),
    )


def _block(finding: Finding, words: Words, known: Atlas, articles: Mapping[str, Article]) -> tuple[Line, ...]:
    labels = {row: words.term(f"report.row.{row}") for row in _ROWS}
    width = max(map(cells, labels.values()))
    room = WIDTH - _INDENT - width - 2
    rows: dict[str, tuple[Line, ...]] = {
        "data": styled(_data(finding, words, known), room),
        "trail": _trails(finding, words, known),
        "law": _law(finding, words, articles, known, room),
        "also": _related(finding, words),
        "rests_on": styled(_rests_on(finding, words), room),
        "do": styled(words.sentences(finding.mend, finding.values) if finding.mend else (), room, "mend"),
    }
    head = _head(finding, words)
    sentences = paragraph(words.sentences(finding.message, finding.values), _INDENT)
    body = (line for row, lines in rows.items() for line in entry(labels[row], width, _INDENT, lines))
    return (head, *sentences, *body)


def _head(finding: Finding, words: Words) -> Line:
    level: Span = (words.term(f"report.level.{finding.level.value}"), finding.nature.value)
    return (
        level,
        ("  ", "plain"),
        (finding.check, "heading"),
        ("  ", "plain"),
        (visible(str(finding.location)), "place"),
    )


def _data(finding: Finding, words: Words, known: Atlas) -> tuple[str, ...]:
    """What goes, each form and origin once in each language."""
    told = [data_words(finding, one, known) for one in words.apart()] if finding.trails else []
    return tuple(text for texts in zip(*told, strict=True) for text in texts)


def data_words(finding: Finding, words: Words, known: Atlas) -> tuple[str, ...]:
    """The categories of a finding's data with their ids and where it was collected, a text for each form and origin."""
    labels = sorted({trail.label for trail in evidence(finding, known)}, key=_of_label)
    return tuple(
        words.term(f"report.data.{form.value}.{origin}", (("data", _named(group, words)),))
        for (form, origin), group in _by_kind(labels).items()
    )


def _of_label(label: Label) -> tuple[int, str, str]:
    return (tuple(Form).index(label.form), label.category, label.origin.value)


def _by_kind(labels: Iterable[Label]) -> dict[tuple[Form, str], list[str]]:
    groups: dict[tuple[Form, str], list[str]] = {}
    for label in labels:
        groups.setdefault((label.form, label.origin.value), []).append(label.category)
    return groups


def _named(categories: Iterable[str], words: Words) -> str:
    return words.listed(
        words.category(category)
        if words.category(category) == category
        else f"{words.category(category)} ({category})"
        for category in categories
    )


def _trails(finding: Finding, words: Words, known: Atlas) -> tuple[Line, ...]:
    """The ways that values take; those that only decided about rows are told where there are no others."""
    all_ways = ways(evidence(finding, known))
    telling = [way for way in all_ways if way.form is not Form.INFLUENCE] or all_ways
    shown = telling[:_MOST_WAYS]
    lines = [line for way in shown for line in way_lines(way, words, known)]
    if len(all_ways) > len(shown):
        more = words.term("report.trail.more_ways", (("count", count(len(all_ways) - len(shown))),))
        lines.append(((more, "quiet"),))
    return tuple(lines)


def _law(
    finding: Finding, words: Words, articles: Mapping[str, Article], known: Atlas, room: int
) -> tuple[Line, ...]:
    """The articles that decide with what they say, the others by their keys."""
    keys = _deciding_first(finding, known)
    told, others = keys[:_MOST_ARTICLES], keys[_MOST_ARTICLES:]
    width = max(map(cells, told), default=0) + 2
    lines = [
        line
        for key in told
        for line in entry(key, width - 2, 0, styled(gloss(key, words, articles), room - width, "quiet"))
    ]
    if others:
        lines += styled(words.sentences("report.law.others", (("keys", ", ".join(others)),)), room, "quiet")
    return tuple(lines)


def _deciding_first(finding: Finding, known: Atlas) -> tuple[str, ...]:
    """The citations of a finding, first the one that gave the route, then those of what is not shown to be met."""
    verdict = known.verdict.get(finding.transfer or "")
    if verdict is None:
        return finding.citations
    route = [
        step.citation
        for step in verdict.reasoning
        if step.answer is Truth.YES and step.asked.startswith("ask.")
    ]
    unmet = [key for violation in verdict.violations for key in violation.citations]
    first = [key for key in (*route[-1:], *unmet) if key in finding.citations]
    return tuple(dict.fromkeys((*first, *finding.citations)))


def gloss(key: str, words: Words, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """What an article says in short, once in each language; empty where the analysis does not carry it."""
    article = articles.get(key)
    return ("",) if article is None else words.each(article.gloss)


def _related(finding: Finding, words: Words) -> tuple[Line, ...]:
    places = sorted({visible(str(place)) for place in finding.related})
    lines: list[Line] = [((place, "place"),) for place in places[:_MOST_RELATED]]
    if len(places) > _MOST_RELATED:
        more = words.term("report.more", (("count", count(len(places) - _MOST_RELATED)),))
        lines.append(((more, "quiet"),))
    return tuple(lines)


def _rests_on(finding: Finding, words: Words) -> tuple[str, ...]:
    if finding.confidence is Basis.OBSERVED:
        return ()
    return words.sentences(f"report.rests_on.{finding.confidence.value}")
