"""Findings as calm blocks of text: what, where, the trail, the law, what to do."""

from collections.abc import Iterable, Mapping

from kuajing.model.articles import Article
from kuajing.model.facts import Basis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.labels import Form, Label
from kuajing.reports.at_most import at_most
from kuajing.reports.characters import cells, visible
from kuajing.reports.spans import EMPTY, WIDTH, Line, Span, entry, paragraph, styled
from kuajing.reports.text_law import law_lines, of_law, policy_heads, told_articles
from kuajing.reports.text_together import kind_of, kinds, together_lines
from kuajing.reports.trails import Atlas, evidence, is_meant, way_lines, ways
from kuajing.reports.words import Words, count

_NATURES = (Nature.VIOLATION, Nature.UNKNOWN, Nature.NOTICE)
_LEVELS = (Level.BLOCK, Level.WARN, Level.REPORT)
_INDENT = 2
_ROWS = ("data", "trail", "policy", "law", "also", "rests_on", "do")
_MOST_RELATED = 5
_MOST_WAYS = 4


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
    """Open findings, those of one nature together under a heading; what an article says is told once."""
    ordered = in_order(findings)
    lines: list[Line] = []
    said: frozenset[str] = frozenset()
    for nature in _NATURES:
        group = [finding for finding in ordered if finding.nature is nature]
        if not group:
            continue
        heading = f"{words.term(f'report.nature.{nature.value}')}  {count(len(group))}"
        lines += [((heading, "heading"),), EMPTY]
        alike = kinds(group, words)
        for finding in group:
            kind = kind_of(finding, words)
            if kind is None or kind not in alike:
                lines += [*_block(finding, words, known, articles, said), EMPTY]
                said |= frozenset(told_articles(of_law(finding, articles), known))
            elif finding is alike[kind][0]:
                lines += [*together_lines(alike[kind], kind[-1], words), EMPTY]
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


def _block(
    finding: Finding, words: Words, known: Atlas, articles: Mapping[str, Article], said: frozenset[str]
) -> tuple[Line, ...]:
    labels = {row: words.term(f"report.row.{row}") for row in _ROWS}
    width = max(map(cells, labels.values()))
    room = WIDTH - _INDENT - width - 2
    rows: dict[str, tuple[Line, ...]] = {
        "data": styled(_data(finding, words, known), room),
        "trail": _trails(finding, words, known, room),
        "policy": policy_heads(finding, words, articles, room),
        "law": law_lines(of_law(finding, articles), words, articles, known, room, said),
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


def _trails(finding: Finding, words: Words, known: Atlas, room: int) -> tuple[Line, ...]:
    """The ways that values take; those that only decided about rows are told where there are no others.

    Where a finding is about some of them, only those are told and the others counted.
    """
    all_ways = ways(evidence(finding, known))
    values = [way for way in all_ways if way.form is not Form.INFLUENCE] or all_ways
    shown = ([way for way in values if is_meant(way.told, finding, known)] or values)[:_MOST_WAYS]
    lines = [line for way in shown for line in way_lines(way, words, known, room)]
    if len(all_ways) > len(shown):
        more = words.term("report.trail.more_ways", (("count", count(len(all_ways) - len(shown))),))
        lines.append(((more, "quiet"),))
    return tuple(lines)


def _related(finding: Finding, words: Words) -> tuple[Line, ...]:
    places = sorted({visible(str(place)) for place in finding.related})
    return at_most([((place, "place"),) for place in places], _MOST_RELATED, 0, words)


def _rests_on(finding: Finding, words: Words) -> tuple[str, ...]:
    if finding.confidence is Basis.OBSERVED:
        return ()
    return words.sentences(f"report.rests_on.{finding.confidence.value}")
