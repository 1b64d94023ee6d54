"""One condition of the law in words: what it asks, what is on record, and the dates it compares."""

from collections.abc import Mapping
from dataclasses import replace

from kuajing.messages import is_key
from kuajing.model.reasons import Moment, Reason
from kuajing.reports.characters import visible
from kuajing.reports.fact_words import fact_label, fact_value
from kuajing.reports.words import Words, count

_WITH_BOUND = frozenset({"at_least", "above"})
_ABOUT_THE_DAY = frozenset({"since", "before", "several"})
_ABOUT_THE_END = {"route": "route", "step": "ask"}
_BEYOND = frozenset({"lists_beyond", "places_beyond"})
_PLAIN = frozenset({"fact", "stated", "claimed"})
_NAMELESS = frozenset({"known", "never", "present"})
_CONTRARY = {("yes",): ("no",), ("no",): ("yes",)}
_NEVER = "never"


def condition_words(reason: Reason, words: Words, parties: Mapping[str, str], *, is_negated: bool) -> str:
    """A condition that is no article, in one language; `is_negated` tells its contrary."""
    ending = "_not" if is_negated else ""
    function = reason.function
    if function in {"all", "any"} or function in _ABOUT_THE_DAY:
        return words.term(f"reason.{function}{ending}", (("asked", words.listed(reason.words)),))
    if function == "named":
        named = words.word("condition", reason.words[0])
        return words.term("reason.named_not", (("condition", named),)) if is_negated else named
    if function == "later":
        one, other = (moment_words(moment, words) for moment in reason.moments)
        return words.term(f"reason.later{ending}", (("one", one), ("other", other)))
    if function in _ABOUT_THE_END or function == "exemption":
        area = _ABOUT_THE_END.get(function)
        asked = words.words(area, reason.words) if area else words.listed(reason.words)
        return words.term(f"reason.{function}{ending}", (("asked", asked),))
    return _about_facts(reason, words, parties, ending)


def _about_facts(reason: Reason, words: Words, parties: Mapping[str, str], ending: str) -> str:
    path, value = reason.facts[0] if reason.facts else ("", "")
    if ending and reason.function in _PLAIN and reason.words in _CONTRARY:
        turned = replace(reason, words=_CONTRARY[reason.words])
        return _about_facts(turned, words, parties, "")
    said = (("fact", fact_label(path, words)), ("value", fact_value(path, value, words, parties)))
    function = reason.function
    if function in _NAMELESS:
        return words.term(f"reason.{function}{ending}", said)
    asked = ("asked", _asked(reason, path, words, parties))
    if function in _WITH_BOUND or function == "lists_all":
        return words.term(f"reason.{function}{ending}", (*said, asked))
    if function in _BEYOND:
        return words.term(f"reason.beyond{ending}", (*said, asked))
    if function in _PLAIN and not ending and reason.words == (value,):
        return words.term("reason.fact", said)
    return words.term(f"reason.asked{ending}", (*said, asked))


def _asked(reason: Reason, path: str, words: Words, parties: Mapping[str, str]) -> str:
    """What a question to a fact asks for."""
    if reason.function in _WITH_BOUND:
        return count(int(reason.words[0]))
    if reason.function == "purpose":
        return words.words("mark", reason.words)
    asked = [fact_value(path, word, words, parties) for word in reason.words]
    asked += [fact_value(path, value, words, parties) for _, value in reason.facts[1:]]
    return words.listed(asked) if asked else words.term("reason.nothing")


def moment_words(moment: Moment, words: Words) -> str:
    """A date as a condition speaks of it, with the day that comes out, in one language."""
    told = words.listed(_from(of, words) for of in moment.of)
    for clock, length in moment.clock:
        values = (("moment", told), ("count", str(length)))
        told = words.term(f"moment.{clock}", values) if is_key(f"moment.{clock}") else told
    if told == moment.day:
        return told
    day = moment.day or "unknown"
    shown = words.term(f"moment.{day}") if day in {_NEVER, "unknown"} else day
    return words.term("moment.on", (("moment", told), ("day", shown)))


def _from(of: str, words: Words) -> str:
    if of == "today":
        return words.term("moment.today")
    return visible(of) if of[:1].isdigit() else fact_label(of, words)
