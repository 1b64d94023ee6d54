"""Findings that differ in nothing but a name and a place, told together: what to do stands once, each place in its line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kuajing.model.findings import Finding
from kuajing.reports.at_most import at_most
from kuajing.reports.characters import visible
from kuajing.reports.spans import Line, entry, paragraph, styled
from kuajing.reports.words import Words, count

FEWEST = 4
"""Findings of one kind; fewer are told one by one."""

_MOST_PLACES = 5
_INDENT = 2

Kind = tuple[str, str, tuple[str, ...]]
"""The check, the level, and what to do in each language."""


def kinds(findings: Iterable[Finding], words: Words) -> Mapping[Kind, tuple[Finding, ...]]:
    """The findings without trail, article or transfer that ask for the same, where they are many."""
    found: dict[Kind, list[Finding]] = defaultdict(list)
    for finding in findings:
        kind = kind_of(finding, words)
        if kind is not None:
            found[kind].append(finding)
    return {kind: tuple(group) for kind, group in found.items() if len(group) >= FEWEST}


def kind_of(finding: Finding, words: Words) -> Kind | None:
    """Of which kind a finding is; None where there is more to tell of it than a place."""
    if finding.trails or finding.citations or finding.transfer is not None or not finding.mend:
        return None
    return (finding.check, finding.level.value, words.sentences(finding.mend, finding.values))


def together_lines(findings: tuple[Finding, ...], mend: tuple[str, ...], words: Words) -> tuple[Line, ...]:
    """Each thing that is told with its places under it, then what to do about all of them."""
    first = findings[0]
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for finding in findings:
        told = words.sentences(finding.message, finding.values)
        places[told] += dict.fromkeys(map(str, (finding.location, *finding.related)))
    level = words.term(f"report.level.{first.level.value}")
    lines: list[Line] = [
        (
            (level, first.nature.value),
            ("  ", "plain"),
            (first.check, "heading"),
            ("  ", "plain"),
            (words.term("report.together", (("count", count(len(findings))),)), "quiet"),
        )
    ]
    for told, where in places.items():
        rows: list[Line] = [((visible(place), "place"),) for place in where]
        lines += [*paragraph(told, _INDENT), *at_most(rows, _MOST_PLACES, 2 * _INDENT, words)]
    label = words.term("report.row.do")
    lines += entry(label, len(label), _INDENT, styled(mend, 90, "mend"))
    return tuple(lines)
