"""The JSON report: the stable contract for machines; keys are never translated, messages come in both languages."""

from collections import Counter

from kuajing import __version__
from kuajing.model.analysis import Analysis, Share
from kuajing.model.articles import Article
from kuajing.model.estate import Move, ObservedFlow, System, Use
from kuajing.model.facts import ReadFact, UnreadFact
from kuajing.model.findings import Finding, Nature
from kuajing.model.labels import Placement
from kuajing.model.policies import Policy
from kuajing.model.standing import STANDINGS, standing
from kuajing.model.truth import Truth
from kuajing.reports.fingerprints import fingerprint
from kuajing.reports.json_tallies import tally
from kuajing.reports.json_transfers import crossing, judgement
from kuajing.reports.json_values import json_lines, pair, place, sentence, texts, trail
from kuajing.reports.text_findings import in_order
from kuajing.reports.words import Names
from kuajing.source.nodes import Plain

SCHEMA_VERSION = "1.2"
"""Grows in its second part when keys are added, in its first when one changes its meaning or goes."""


def render_json(analysis: Analysis, names: Names) -> str:
    """The whole analysis as JSON text that `report.schema.json` describes."""
    return json_lines(document(analysis, names))


def document(analysis: Analysis, names: Names) -> Plain:
    """The whole analysis as plain values."""
    placements = dict(analysis.labelling.placements)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kuajing", "version": __version__},
        "on": analysis.on.isoformat(),
        "summary": _summary(analysis),
        "findings": [_finding(finding, names) for finding in in_order(analysis.findings)],
        "transfers": [judgement(one, names) for one in analysis.judgements],
        "tallies": [tally(one, analysis.lines_ahead) for one in analysis.tallies],
        "crossings": [crossing(one) for one in analysis.crossings],
        "systems": [_system(system, placements.get(system.id), names) for system in analysis.estate.systems],
        "coverage": [_share(share) for share in analysis.coverage],
        "read": [_read(fact) for fact in analysis.read],
        "unread": [_unread(fact, names) for fact in analysis.estate.unread],
        "flows": [_observed(flow) for flow in analysis.estate.observed],
        "not_running": [_idle(move) for move in analysis.estate.idle],
        "uses": [_use(use) for use in analysis.estate.uses],
        "others": [{"ending": ending, "files": files} for ending, files in analysis.others],
        "passed_over": texts(analysis.passed_over),
        "articles": [_article(article) for article in analysis.articles],
        "policies": [_policy(policy) for policy in analysis.policies],
    }


def transfers_document(analysis: Analysis, names: Names) -> Plain:
    """The transfers alone, with the articles that their verdicts cite."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kuajing", "version": __version__},
        "on": analysis.on.isoformat(),
        "transfers": [judgement(one, names) for one in analysis.judgements],
        "articles": [_article(article) for article in analysis.articles],
        "policies": [_policy(policy) for policy in analysis.policies],
    }


def _summary(analysis: Analysis) -> Plain:
    still_open = Counter(finding.nature for finding in analysis.findings if not finding.accepted)
    standings = Counter(map(standing, analysis.judgements))
    routes = Counter(one.verdict.route for one in analysis.judgements)
    return {
        "findings": {nature.value: still_open[nature] for nature in Nature},
        "accepted": sum(1 for finding in analysis.findings if finding.accepted),
        "transfers": {
            "total": len(analysis.judgements),
            "standings": {word: standings[word] for word in STANDINGS},
            "routes": {route: routes[route] for route in sorted(routes)},
        },
        "crossings": {
            "total": len(analysis.crossings),
            "undetermined": sum(1 for one in analysis.crossings if one.leaves is Truth.UNKNOWN),
        },
        "unread": len(analysis.estate.unread),
        "below_floor": [share.name for share in analysis.coverage if share.below_floor],
    }


def _finding(of: Finding, names: Names) -> Plain:
    return {
        "check": of.check,
        "nature": of.nature.value,
        "level": of.level.value,
        "fingerprint": fingerprint(of),
        "subject": of.subject,
        "detail": of.detail,
        "message": sentence(of.message, of.values, names),
        "mend": sentence(of.mend, of.values, names),
        "values": dict(of.values),
        "location": place(of.location),
        "related": [place(location) for location in of.related],
        "citations": texts(of.citations),
        "transfer": of.transfer,
        "confidence": of.confidence.value,
        "accepted": of.accepted or None,
        "trails": [trail(one) for one in of.trails],
    }


def _system(of: System, placement: Placement | None, names: Names) -> Plain:
    return {
        "id": of.id,
        "label": of.label,
        "declared": of.declared,
        "kind": of.kind,
        "handler": of.handler,
        "recipient": of.recipient,
        "located": of.located,
        "endpoints": [endpoint.address for endpoint in of.endpoints],
        "locations": [place(location) for location in of.locations],
        "placement": None if placement is None else _placement(placement, names),
    }


def _placement(of: Placement, names: Names) -> Plain:
    return {
        "jurisdiction": of.jurisdiction or None,
        "mainland": of.mainland.value,
        "evidence": of.evidence,
        "basis": of.basis.value,
        "why": sentence(of.why, of.values, names),
    }


def _observed(flow: ObservedFlow) -> Plain:
    """What one file moves from one dataset into another."""
    return {
        "source": str(flow.source),
        "target": str(flow.target),
        "path": flow.path,
        "mechanism": flow.mechanism,
        "completeness": flow.completeness.value,
        "columns": flow.columns,
        "environment": flow.environment or None,
    }


def _idle(move: Move) -> Plain:
    """A movement of a job that is switched off."""
    return {
        "source": str(move.source),
        "target": str(move.target),
        "location": place(move.location),
        "mechanism": move.mechanism,
        "environment": move.running.environment or None,
        "schedule": move.running.schedule or None,
    }


def _use(use: Use) -> Plain:
    """A store that an application opens."""
    return {
        "application": use.application,
        "system": use.system,
        "store": str(use.store),
        "location": place(use.location),
        "mechanism": use.mechanism,
        "environment": use.running.environment or None,
    }


def _share(of: Share) -> Plain:
    floor: dict[str, Plain] = {"floor": of.floor, "below_floor": of.below_floor}
    return {"name": of.name, "known": of.known, "total": of.total, **floor}


def _read(of: ReadFact) -> Plain:
    return {
        "path": of.path,
        "reader": of.reader,
        "resolved": of.resolved,
        "partial": of.partial,
        "unread": of.unread,
        "idle": of.idle,
    }


def _unread(of: UnreadFact, names: Names) -> Plain:
    return {
        "location": place(of.location),
        "grain": of.grain,
        "reason": of.reason,
        "message": sentence(of.reason, of.values, names),
        "tables": texts(of.tables),
    }


def _policy(of: Policy) -> Plain:
    return {**_article(of.article), "demands": [{"id": name, "says": pair(said)} for name, said in of.says]}


def _article(of: Article) -> dict[str, Plain]:
    return {
        "key": of.key,
        "title": pair(of.title),
        "place": pair(of.place),
        "gloss": pair(of.gloss),
        "since": of.since.isoformat(),
        "until": None if of.until is None else of.until.isoformat(),
        "confidence": of.confidence,
        "checked": of.checked.isoformat(),
        "link": of.link,
    }
