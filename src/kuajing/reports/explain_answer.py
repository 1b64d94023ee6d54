"""The answer of an explanation in its first lines: route, reason, place, what is not shown, what would change it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from kuajing.model.clashes import Clash
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict
from kuajing.reports.characters import cells, visible
from kuajing.reports.explain_changes import briefly
from kuajing.reports.explain_steps import deciding_steps
from kuajing.reports.fact_words import fact_label
from kuajing.reports.reason_tree import facts_of
from kuajing.reports.spans import WIDTH, Line, entry, styled
from kuajing.reports.speaking import Speaking
from kuajing.reports.words import Words

_ROWS = (
    "answer",
    "because",
    "line",
    "missing",
    "to_do",
    "that_day",
    "open",
    "contested",
    "lighter",
    "heavier",
    "at_odds",
    "odd_word",
    "not_read",
)
_STYLES = {
    "missing": "violation",
    "open": "unknown",
    "contested": "unknown",
    "at_odds": "unknown",
    "odd_word": "unknown",
    "line": "place",
}
_MOST_NAMED = 3
_NONE: Mapping[str, str] = MappingProxyType({})
_SILENT = frozenset({"no", "none", "0"})
"""Values that say what is not so: of a deciding question they are told only where nothing else is."""

Said = Callable[[Words], Iterable[str]]


def answer_lines(
    verdict: Verdict,
    speaking: Speaking,
    standing: Said,
    places: Iterable[str] = (),
    strange: Mapping[str, str] = _NONE,
    clashes: Sequence[Clash] = (),
    odd_words: Mapping[str, str] = _NONE,
) -> Iterable[Line]:
    """The rows that a reader needs first; a row with nothing to tell is left out.

    `standing` gives what the answer is, in one language; `places` are those that an engineer opens; `strange` are facts that
    the law does not ask for, each with the nearest that it does; `clashes` those that contradict each other;
    `odd_words` those whose word nobody knows, each with the one that was probably meant.
    """
    shown = tuple(places)
    told: dict[str, Said] = {
        "answer": standing,
        "because": lambda words: _because(verdict, speaking, words),
        "line": lambda _: [", ".join(shown)] if shown else [],
        "missing": lambda words: _missing(verdict, words),
        "to_do": lambda words: _to_do(verdict, words),
        "that_day": lambda words: _that_day(verdict, words),
        "open": lambda words: _few([fact_label(path, words) for path in verdict.unsettled], words),
        "contested": lambda words: _few([words.word("flag", one) for one in verdict.contested_points], words),
        "lighter": lambda words: _changes(verdict, speaking, words, "lighter"),
        "heavier": lambda words: _changes(verdict, speaking, words, "heavier"),
        "at_odds": lambda words: [_at_odds(one, speaking, words) for one in clashes],
        "odd_word": lambda words: [_odd(path, near, speaking, words) for path, near in odd_words.items()],
        "not_read": lambda words: [_not_read(path, near, speaking, words) for path, near in strange.items()],
    }
    rows = {
        row: tuple(dict.fromkeys(text for one in speaking.words.apart() for text in told[row](one) if text))
        for row in _ROWS
    }
    labels = {row: speaking.words.term(f"told.{row}") for row in _ROWS if rows[row]}
    width = max(map(cells, labels.values()))
    for row, label in labels.items():
        style = _STYLES.get(row, "plain")
        yield from entry(label, width, 2, styled(rows[row], WIDTH - width - 4, style))


def _because(verdict: Verdict, speaking: Speaking, words: Words) -> Iterable[str]:
    """The question that decides with its article, and the facts it turns on; several where the answer is open."""
    for step in deciding_steps(verdict)[:_MOST_NAMED]:
        yield words.placed(words.term(step.asked), step.citation)
        read = dict(step.read)
        opened = speaking.explanation.of(step.asked)
        turning = dict(facts_of(opened)) if opened is not None else {}
        facts = [(path, read[path]) for path in read if path in turning or not turning]
        telling = [fact for fact in facts if fact[1] not in _SILENT]
        if facts:
            yield speaking.facts(telling or facts, words)


def _missing(verdict: Verdict, words: Words) -> list[str]:
    return _few([words.word("violation", violation.id) for violation in verdict.violations], words)


def _to_do(verdict: Verdict, words: Words) -> list[str]:
    """The duties that the facts say are not met, where no violation says so already."""
    unmet = [words.word("duty", duty.id) for duty in verdict.duties if duty.met is Truth.NO]
    return [] if verdict.violations else _few(unmet, words)


def _that_day(verdict: Verdict, words: Words) -> list[str]:
    """Which mechanisms of the route stood that day, and which only later."""
    name = "value.mechanism.type"
    later = [
        words.term("told.only_from", (("named", words.word(name, one)), ("day", first.isoformat())))
        for one, first in verdict.mechanisms
        if verdict.on < first
    ]
    stood = [words.word(name, one) for one, first in verdict.mechanisms if first <= verdict.on]
    if not later:
        return []
    values = (("later", words.joined(later)), ("stood", words.joined(stood)))
    return [words.term("told.that_day_only" if stood else "told.that_day_none", values)]


def _few(named: list[str], words: Words) -> list[str]:
    """The first few of what is named, and how many more there are."""
    if not named:
        return []
    told = words.joined(named[:_MOST_NAMED])
    more = len(named) - _MOST_NAMED
    return [words.term("told.and_more", (("said", told), ("count", str(more)))) if more > 0 else told]


def _changes(verdict: Verdict, speaking: Speaking, words: Words, side: str) -> list[str]:
    """The first change on one side that leads elsewhere."""
    explanation = speaking.explanation
    changes = explanation.lighter if side == "lighter" else explanation.heavier
    return [briefly(change, verdict.route, speaking, words) for change in changes[:1]]


def _at_odds(clash: Clash, speaking: Speaking, words: Words) -> str:
    """Both facts, each at its place, and how they are read."""
    first, second = (
        words.placed(visible(path), speaking.said(path, "").told(words)) for path in (clash.path, clash.other)
    )
    values = (("first", first), ("second", second), ("said", clash.said), ("taken", clash.taken))
    return words.term("told.clash", values)


def _odd(path: str, near: str, speaking: Speaking, words: Words) -> str:
    where = words.placed(visible(path), speaking.said(path, "").told(words))
    return words.term("told.nearest_word", (("said", where), ("near", near))) if near else where


def _not_read(path: str, near: str, speaking: Speaking, words: Words) -> str:
    where = words.placed(visible(path), speaking.said(path, "").told(words))
    return words.term("told.nearest_fact", (("said", where), ("near", near))) if near else where
