"""Questions that an organisation's rules may ask: those of the law but one, and some about the transfer itself."""

from collections.abc import Callable, Mapping

from kuajing.law import asking_facts
from kuajing.law.joining import QUESTIONS as OF_THE_LAW
from kuajing.law.shapes import one_of, only, refuse, some
from kuajing.law.situation import Condition, Open, Reply, Situation
from kuajing.law.vocabulary import Leaf, Vocabulary, is_among, question, replying
from kuajing.model.truth import Truth
from kuajing.source.nodes import Node, Scalar

MORE = "?"
"""The word of a list that may hold more than is known."""

DECLARES = "transfer.declares."
"""What the facts begin with that say whether something is on record."""

_Fits = Callable[[str, frozenset[str | bool]], bool]


def _told_apart(question: Leaf) -> Leaf:
    """A question to a word; one of which the law tells only some values apart would answer no where it cannot tell."""

    def ask(words: Vocabulary, node: Node) -> Condition:
        key, _ = only(node)
        row = words.rows.get(key.text)
        if row is not None and row.is_open and row.over:
            refuse(key, "policy_place", path=row.path)
        return question(words, node)

    return ask


def _word(path: str) -> Leaf:
    """Whether a single word is one of these."""

    def ask(words: Vocabulary, node: Node) -> Condition:
        return is_among(path, words.wanted(path, node))

    return ask


def _some(path: str, fits: _Fits) -> Leaf:
    """Whether a list holds one of these; unknown where it may hold more than is known."""
    return _list(path, fits)


def _other(path: str, fits: _Fits) -> Leaf:
    """Whether a list holds anything else than these; unknown where it may hold more than is known."""
    return _list(path, lambda word, wanted: not fits(word, wanted))


def _list(path: str, counts: _Fits) -> Leaf:
    def ask(words: Vocabulary, node: Node) -> Condition:
        wanted = words.wanted(path, node)

        def holds(case: Situation) -> Truth:
            value = case.value(path)
            listed = value if isinstance(value, tuple) else (MORE,)
            if any(counts(word, wanted) for word in listed if word != MORE):
                return Truth.YES
            return Truth.UNKNOWN if MORE in listed else Truth.NO

        return question(holds, (path,), lambda _: (Open(path),))

    return ask


def _declares(words: Vocabulary, node: Node) -> Condition:
    """All these things are on record."""
    known = [path.removeprefix(DECLARES) for path in words.rows if path.startswith(DECLARES)]
    listed = (node,) if isinstance(node, Scalar) else some(node)
    paths = tuple(DECLARES + one_of(item, known) for item in listed)

    def reply(case: Situation) -> Reply:
        answers = {path: case.given.get(path) for path in paths}
        missing = tuple(path for path, answer in answers.items() if answer is False)
        if missing:
            return Reply(Truth.NO, (), paths, missing)
        opens = tuple(Open(path) for path, answer in answers.items() if answer is not True)
        return Reply(Truth.UNKNOWN, opens, paths) if opens else Reply(Truth.YES, (), paths)

    return replying(reply, frozenset(paths))


def _same(word: str, wanted: frozenset[str | bool]) -> bool:
    return word in wanted


def _beneath(word: str, wanted: frozenset[str | bool]) -> bool:
    """A category is meant by its own name and by that of every group above it."""
    return any(word == one or word.startswith(f"{one}.") for one in wanted)


QUESTIONS: Mapping[str, Leaf] = {
    **{name: question for name, question in OF_THE_LAW.items() if name != "step"},
    "fact": _told_apart(asking_facts.fact),
    "stated": _told_apart(asking_facts.stated),
    "sent_by": _word("transfer.sent_by"),
    "sent_to": _word("transfer.sent_to"),
    "received_in": _some("transfer.received_in", _same),
    "received_outside": _other("transfer.received_in", _same),
    "carries": _some("transfer.carries", _beneath),
    "carries_beyond": _other("transfer.carries", _beneath),
    "passed_on_to": _some("transfer.passed_on_to", _same),
    "passed_on_beyond": _other("transfer.passed_on_to", _same),
    "declares": _declares,
}
"""Steps of the procedure are left out: they are the engine's own and may change with the law."""
