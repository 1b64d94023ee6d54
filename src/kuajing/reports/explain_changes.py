"""What would change an answer, and the two readings of a contested point, as text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kuajing.model.reasons import Change, Reading
from kuajing.reports.characters import cells
from kuajing.reports.fact_words import fact_label, fact_value
from kuajing.reports.spans import WIDTH, Line, entry, paragraph, styled
from kuajing.reports.speaking import Speaking
from kuajing.reports.words import Words, count

_OPEN = "undetermined"


def briefly(change: Change, route: str, speaking: Speaking, words: Words) -> str:
    """A change and the one thing that follows from it: another route, else what falls away or comes up."""
    if change.route != route:
        change = replace(change, gone=(), added=())
    return change_words(change, route, speaking, words)


def change_words(change: Change, route: str, speaking: Speaking, words: Words) -> str:
    """A change and all that follows from it, in one language; `route` is the one that holds now."""
    led = words.word("route", change.route)
    if change.route == _OPEN and change.possible:
        led = words.term("report.route.open", (("named", words.words("route", change.possible)),))
    values = (
        ("change", _changed(change, speaking, words)),
        ("route", led),
        ("gone", words.words("violation", change.gone)),
    )
    falls = bool(change.gone)
    leads = change.route != route
    key = "leads_and_falls" if falls and leads else "falls" if falls else "leads"
    told = words.term(f"change.{key}", values)
    if not change.added:
        return told
    return words.term("change.comes", (("said", told), ("added", words.words("violation", change.added))))


def _changed(change: Change, speaking: Speaking, words: Words) -> str:
    if change.words:
        return words.term("change.together", (("what", words.term(change.words)),))
    path, before, after = change.facts[0]
    label = ("fact", fact_label(path, words))
    if change.people is not None:
        key = "change.fewer" if _low(after) <= _low(before) else "change.more"
        people = count(change.people)
        return words.term(key, (("people", people), label, ("value", _most(after))))
    if _is_count(after):
        return words.term("change.at_most", (label, ("value", _most(after))))
    value = fact_value(path, after, words, speaking.parties(words))
    fact = words.term("report.fact", (label, ("value", value)))
    return words.term("change.set", (("facts", fact),))


def _is_count(value: str) -> bool:
    return _most(value).replace(",", "").isdigit()


def _most(value: str) -> str:
    """The upper bound of a count as it is shown."""
    return value.rpartition("–")[2]


def _low(value: str) -> int:
    return int(_most(value).replace(",", "").removeprefix("≥ ")) if _is_count(value) else 0


def change_lines(route: str, speaking: Speaking) -> Iterator[Line]:
    """Every change that would make the answer easier or harder, the smallest first."""
    sides = {"lighter": speaking.explanation.lighter, "heavier": speaking.explanation.heavier}
    labels = {side: speaking.words.term(f"told.{side}") for side in sides}
    width = max(map(cells, labels.values()))
    styles = {"lighter": "met", "heavier": "violation"}
    for side, changes in sides.items():
        body: list[Line] = []
        for change in changes:
            told = change if side == "lighter" else replace(change, gone=())
            texts = (change_words(told, route, speaking, one) for one in speaking.words.apart())
            body += styled(dict.fromkeys(texts), WIDTH - width - 4)
        yield from entry(labels[side], width, 2, body, styles[side])


def reading_lines(readings: Iterable[Reading], speaking: Speaking) -> Iterator[Line]:
    """Each contested point: what it is about, how it is read here, the other reading, where that leads, the keys."""
    rows = ("reading_here", "reading_other", "reading_leads", "stands_on")
    labels = {row: speaking.words.term(f"told.{row}") for row in rows}
    width = max(map(cells, labels.values()))
    for reading in readings:
        yield from paragraph(speaking.words.sentences(f"flag.{reading.id}"), 2, "unknown")
        words = speaking.words
        said = {
            "reading_here": words.each(reading.default),
            "reading_other": words.each(reading.other),
            "reading_leads": tuple(dict.fromkeys(_led(reading.route, one) for one in words.apart())),
            "stands_on": tuple(where for key in reading.citations for where in speaking.where(key)),
        }
        for row in rows:
            yield from entry(labels[row], width, 6, styled(said[row], WIDTH - width - 8))


def _led(route: str | None, words: Words) -> str:
    return words.word("route", route) if route else words.term("told.reading_same")
