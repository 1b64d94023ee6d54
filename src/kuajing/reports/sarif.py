"""The SARIF 2.1.0 report: one result for each finding, its trail as code flows, unread things as notifications."""

from collections.abc import Sequence

from kuajing import __version__
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding
from kuajing.reports.json_values import json_lines
from kuajing.reports.sarif_places import ROOT
from kuajing.reports.sarif_results import Told, result
from kuajing.reports.sarif_rules import rule
from kuajing.reports.sarif_unread import descriptors, notifications
from kuajing.reports.text_findings import in_order
from kuajing.reports.trails import atlas
from kuajing.reports.words import Names, words_for
from kuajing.source.nodes import Plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 5000


def render_sarif(analysis: Analysis, names: Names, home: str = "") -> str:
    """The report as SARIF text.

    `home` is the address that the pages under docs/ stand below; without it rules carry no help address.
    """
    ordered = (
        *in_order(finding for finding in analysis.findings if not finding.accepted),
        *in_order(finding for finding in analysis.findings if finding.accepted),
    )
    shown = ordered[:MOST_RESULTS]
    run: dict[str, Plain] = {
        "tool": {"driver": _driver(analysis, shown, names, home)},
        "invocations": [_invocation(analysis, len(ordered) - len(shown), names)],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the sources that were read."}}},
        "columnKind": "unicodeCodePoints",
        "results": _results(analysis, shown, names),
    }
    return json_lines({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(analysis: Analysis, findings: Sequence[Finding], names: Names, home: str) -> Plain:
    checks = {finding.check: finding for finding in findings}
    return {
        "name": "kuajing",
        "fullName": "kuajing 跨境",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [rule(check, names, home) for check in sorted(checks)],
        "notifications": descriptors(analysis),
    }


def _invocation(analysis: Analysis, cut: int, names: Names) -> Plain:
    told = notifications(analysis, cut, names)
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _results(analysis: Analysis, findings: Sequence[Finding], names: Names) -> list[Plain]:
    known = atlas(analysis)
    rules = {check: index for index, check in enumerate(sorted({finding.check for finding in findings}))}
    told = Told(words_for("en", names), words_for("zh", names), known, rules)
    seen: dict[tuple[str, str, str], int] = {}
    results = []
    for finding in findings:
        key = (finding.check, finding.subject, finding.detail)
        seen[key] = seen.get(key, 0) + 1
        results.append(result(finding, told, seen[key]))
    return results
