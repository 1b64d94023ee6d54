"""A finding as a result of SARIF: message, place, related places, trails as code flows, identity, acceptance."""

from dataclasses import dataclass
from hashlib import sha256

from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth
from kuajing.reports.fingerprints import fingerprint
from kuajing.reports.json_values import texts
from kuajing.reports.sarif_places import location, message
from kuajing.reports.trails import Atlas, Way, evidence, how, ways
from kuajing.reports.words import Words, count
from kuajing.source.nodes import Plain

MOST_STEPS = 200
MOST_RELATED = 100
_LEVELS = {Level.BLOCK: "error", Level.WARN: "warning", Level.REPORT: "note"}


@dataclass(frozen=True, slots=True)
class Told:
    """What results are told with: the two languages, the atlas, and the place of each check among the rules."""

    english: Words
    chinese: Words
    known: Atlas
    rules: dict[str, int]


def result(finding: Finding, told: Told, occurrence: int) -> Plain:
    """A result; `occurrence` counts findings of one identity from 1, so that each keeps its own fingerprint."""
    flows, cut = _code_flows(finding, told)
    parts: dict[str, Plain] = {
        "ruleId": finding.check,
        "ruleIndex": told.rules[finding.check],
        "level": _level(finding),
        "message": message(_text(finding, told.english)),
        "locations": [location(finding.location)],
        "partialFingerprints": {"kuajingTransfer/v1": _identity(finding, occurrence)},
        "properties": _properties(finding, told, cut),
    }
    if finding.related:
        parts["relatedLocations"] = [
            {"id": number, **location(place)}
            for number, place in enumerate(finding.related[:MOST_RELATED], 1)
        ]
    if flows:
        parts["codeFlows"] = flows
    if finding.accepted:
        parts["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": finding.accepted}
        ]
    return parts


def _level(finding: Finding) -> str:
    level = _LEVELS[finding.level]
    return "warning" if level == "error" and finding.nature is Nature.UNKNOWN else level


def _text(finding: Finding, words: Words) -> str:
    keys = (finding.message, finding.mend) if finding.mend else (finding.message,)
    return " ".join(sentence for key in keys for sentence in words.sentences(key, finding.values))


def _identity(finding: Finding, occurrence: int) -> str:
    first = fingerprint(finding)
    return first if occurrence == 1 else sha256(f"{first} {occurrence}".encode()).hexdigest()


def _properties(finding: Finding, told: Told, cut: int) -> Plain:
    parts: dict[str, Plain] = {
        "nature": finding.nature.value,
        "zh": _text(finding, told.chinese),
        "subject": finding.subject,
        "confidence": finding.confidence.value,
        "citations": texts(finding.citations),
        "categories": list[Plain](sorted({trail.label.category for trail in evidence(finding, told.known)})),
    }
    if finding.transfer is not None:
        parts["transfer"] = finding.transfer
    if cut:
        parts["cut"] = told.english.term("report.sarif.cut_steps", (("count", count(cut)),))
    return parts


def _code_flows(finding: Finding, told: Told) -> tuple[list[Plain], int]:
    """The ways of a finding as code flows of at most 200 steps in all, and how many steps were left out."""
    flows: list[Plain] = []
    room, cut = MOST_STEPS, 0
    for way in ways(evidence(finding, told.known)):
        steps = _steps(way, told)
        if len(steps) <= room:
            flows.append({"threadFlows": [{"locations": steps}]})
            room -= len(steps)
        else:
            cut += len(steps)
    return flows, cut


def _steps(way: Way, told: Told) -> list[Plain]:
    trail, known = way.told, told.known
    steps: list[Plain] = []
    start = known.defined.get(trail.start)
    if start is not None:
        steps.append(
            {"location": location(start, str(trail.start), str(trail.start)), "importance": "important"}
        )
    for hop in trail.hops:
        leaves = known.leaves(hop)
        marks = [how(hop, told.english)]
        if leaves is not Truth.NO:
            marks.append(told.english.term(f"report.trail.leaves.{leaves.value}"))
        text = f"{hop.source} → {hop.target}: {', '.join(marks)}"
        importance = "important" if leaves is Truth.NO else "essential"
        steps.append({"location": location(hop.location, text, str(hop.target)), "importance": importance})
    access = known.access.get(trail)
    if access is not None:
        text = f"{trail.end} ⇢ {access.target_system}: {told.english.term('report.trail.opened')}"
        steps.append({"location": location(access.location, text, str(trail.end)), "importance": "essential"})
    return steps
