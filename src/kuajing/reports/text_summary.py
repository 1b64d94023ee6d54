"""The end of the text report: transfers by route, how much is known, what was not read, where the border is unclear."""

from collections import Counter
from collections.abc import Iterable

from kuajing.model.analysis import Analysis, Share
from kuajing.model.crossings import Crossing
from kuajing.model.estate import Completeness
from kuajing.model.facts import UnreadFact
from kuajing.model.standing import STANDINGS, standing
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.reports.at_most import at_most
from kuajing.reports.characters import cells, padded, visible
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, styled
from kuajing.reports.text_contested import contested_summary
from kuajing.reports.words import Words, count

_MOST_PLACES = 10
_SHARE_STYLE = {True: "violation", False: "plain"}


def summary_lines(analysis: Analysis, words: Words) -> tuple[Line, ...]:
    """Transfers by route, coverage, what is unread, and crossings that cannot be told."""
    unclear = tuple(crossing for crossing in analysis.crossings if crossing.leaves is Truth.UNKNOWN)
    parts = (
        _transfers(analysis.judgements, words),
        contested_summary(analysis.judgements, words),
        _coverage(analysis.coverage, words),
        _unread(analysis.estate.unread, words),
        _not_followed(analysis, words),
        _passed_over(analysis, words),
        _unclear(unclear, words),
    )
    return tuple(line for part in parts if part for line in (*part, EMPTY))[:-1]


def _heading(words: Words, key: str, number: int | None = None) -> Line:
    amount = "" if number is None else f"  {count(number)}"
    return ((words.term(f"report.heading.{key}") + amount, "heading"),)


def _transfers(judgements: Iterable[Judgement], words: Words) -> tuple[Line, ...]:
    judged = tuple(judgements)
    if not judged:
        return (_heading(words, "no_transfers"),)
    routes = Counter(judgement.verdict.route for judgement in judged)
    standings = Counter((judgement.verdict.route, standing(judgement)) for judgement in judged)
    named = {words.word("route", route): route for route in sorted(routes)}
    width = max(map(cells, named))
    lines = [_heading(words, "transfers", len(judged))]
    for name, route in sorted(named.items(), key=lambda pair: (-routes[pair[1]], pair[1])):
        label = f"{padded(name, width)}  {count(routes[route]):>5}"
        stands = styled((_standings(route, standings, words),), WIDTH - cells(label) - 4, "quiet")
        lines += entry(label, cells(label), 2, stands, "plain")
    return tuple(lines)


def _standings(route: str, standings: Counter[tuple[str, str]], words: Words) -> str:
    return words.listed(
        f"{count(standings[route, word])} {words.term(f'report.standing.{word}')}"
        for word in STANDINGS
        if standings[route, word]
    )


def _coverage(shares: Iterable[Share], words: Words) -> tuple[Line, ...]:
    rows = tuple((words.word("share", share.name), share) for share in shares)
    if not rows:
        return ()
    width = max(cells(name) for name, _ in rows)
    known = max(len(_ratio(share)) for _, share in rows)
    return (
        _heading(words, "coverage"),
        *(
            (
                (f"  {padded(name, width)}  {percent(share):>6}  ", _SHARE_STYLE[share.below_floor]),
                (f"{_ratio(share):<{known}}", "quiet"),
                (_floor(share, words), _SHARE_STYLE[share.below_floor]),
            )
            for name, share in rows
        ),
    )


def percent(share: Share) -> str:
    """A share in per cent, cut and not rounded up: a share that is not whole never reads 100 %."""
    if share.total == 0:
        return "–"
    tenths = share.known * 1000 // share.total
    return f"{tenths // 10}.{tenths % 10}%"


def _ratio(share: Share) -> str:
    return f"{count(share.known)}/{count(share.total)}"


def _floor(share: Share, words: Words) -> str:
    if share.floor is None:
        return ""
    key = "report.share_below" if share.below_floor else "report.share_floor"
    return "  " + words.term(key, (("floor", f"{share.floor * 100:g}%"),))


def _unread(unread: Iterable[UnreadFact], words: Words) -> tuple[Line, ...]:
    facts = tuple(unread)
    if not facts:
        return ()
    alike: dict[str, list[UnreadFact]] = {}
    for fact in facts:
        alike.setdefault(fact.reason, []).append(fact)
    groups = [(words.sentences(reason, _common(group)), group) for reason, group in alike.items()]
    lines = [_heading(words, "unread", len(facts))]
    for reasons, group in sorted(groups, key=lambda pair: (-len(pair[1]), pair[0])):
        lines += entry(f"{count(len(group)):>4}", 4, 0, styled(reasons, WIDTH - 6, "unknown"))
        common = frozenset(_common(group))
        lines += _places((_unread_place(fact, common, words) for fact in group), words)
    return tuple(lines)


def _common(group: Iterable[UnreadFact]) -> tuple[tuple[str, str], ...]:
    """What several facts say in the places of one sentence; an ellipsis where they differ."""
    said: dict[str, set[str]] = {}
    for fact in group:
        for key, value in fact.values:
            said.setdefault(key, set()).add(value)
    return tuple((key, min(values) if len(values) == 1 else "…") for key, values in said.items())


def _passed_over(analysis: Analysis, words: Words) -> tuple[Line, ...]:
    """Files that no reader knows, by ending, and folders that a rule leaves out."""
    lines: list[Line] = []
    if analysis.others:
        total = sum(number for _, number in analysis.others)
        kinds = sorted(analysis.others, key=lambda pair: (-pair[1], pair[0]))
        named = words.listed(f"{visible(ending)} {count(number)}" for ending, number in kinds[:_MOST_PLACES])
        more = f" +{len(kinds) - _MOST_PLACES}" if len(kinds) > _MOST_PLACES else ""
        values = (("count", count(total)), ("kinds", named + more))
        lines += paragraph(words.sentences("report.others", values), 2, "quiet")
    if analysis.passed_over:
        folders = words.listed(map(visible, analysis.passed_over))
        lines += paragraph(words.sentences("report.passed_over", (("folders", folders),)), 2, "quiet")
    return (_heading(words, "not_looked_at"), *lines) if lines else ()


def _not_followed(analysis: Analysis, words: Words) -> tuple[Line, ...]:
    """Files that move columns nobody knows, jobs switched off, applications that run nobody knows where."""
    estate = analysis.estate
    whole = {flow.path for flow in estate.observed if flow.completeness is Completeness.NONE}
    off = {str(move.location) for move in estate.idle}
    uses = {str(use.location) for use in estate.uses if use.system is None and not use.running.disabled}
    lines: list[Line] = []
    for key, found in (("columns_unknown", whole), ("idle", off), ("uses", uses)):
        if found:
            shown = [visible(place) for place in sorted(found)[:_MOST_PLACES]]
            more = f" +{len(found) - _MOST_PLACES}" if len(found) > _MOST_PLACES else ""
            values = (("count", count(len(found))), ("places", words.listed(shown) + more))
            lines += paragraph(words.sentences(f"report.{key}", values), 2, "quiet")
    return (_heading(words, "not_followed"), *lines) if lines else ()


def _unread_place(fact: UnreadFact, common: frozenset[tuple[str, str]], words: Words) -> Line:
    own = words.listed(visible(value) for key, value in fact.values if (key, value) not in common)
    tables = words.listed(map(visible, fact.tables))
    seen = words.term("report.unread_tables", (("tables", tables),)) if tables else ""
    grain = words.word("report.grain", fact.grain)
    return (
        (visible(str(fact.location)), "place"),
        (f"  {own}" if own else "", "plain"),
        (f"  {grain}", "quiet"),
        (f"  {seen}" if seen else "", "quiet"),
    )


def _places(places: Iterable[Line], words: Words) -> tuple[Line, ...]:
    return at_most(sorted(places), _MOST_PLACES, 6, words)


def _unclear(crossings: tuple[Crossing, ...], words: Words) -> tuple[Line, ...]:
    if not crossings:
        return ()
    places = tuple(
        (
            (
                f"{visible(str(crossing.source))} → {visible(str(crossing.target or crossing.target_system))}  ",
                "plain",
            ),
            (visible(str(crossing.location)), "place"),
        )
        for crossing in crossings
    )
    return (_heading(words, "unclear", len(crossings)), *_places(places, words))
