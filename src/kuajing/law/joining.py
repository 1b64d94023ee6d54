"""Conditions linked from how they are written: questions to facts, and what joins them; Kleene's three values."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from kuajing.law import asking_facts, asking_lists, asking_outcomes
from kuajing.law.situation import Condition, Reply, Shape, Situation
from kuajing.law.vocabulary import Leaf, Vocabulary
from kuajing.model.truth import NO, UNKNOWN, YES, Truth

_NO_FACTS = frozenset[str]()
QUESTIONS: Mapping[str, Leaf] = {
    **asking_facts.QUESTIONS,
    **asking_lists.QUESTIONS,
    **asking_outcomes.QUESTIONS,
}


def link(shape: Shape, words: Vocabulary, questions: Mapping[str, Leaf] = QUESTIONS) -> Condition:
    """The condition of a shape whose parts are linked; raises InputErrors for a question with a word not known."""
    if shape.function in _JOINING:
        return _JOINING[shape.function](shape)
    if shape.node is None:
        raise ValueError(f"nothing stands under {shape.function}")
    leaf = questions[shape.function](words, shape.node)
    return leaf if leaf.shape is not None else replace(leaf, shape=shape)


def _in_force(shape: Shape) -> Condition:
    """The condition of the version that stands on the day; yes where that has none, no where none stands."""
    inner = [condition for _, _, condition in shape.spans if condition is not None]

    def standing(case: Situation) -> Condition:
        for start, end, condition in shape.spans:
            if start <= case.on and (end is None or case.on < end):
                return _ALWAYS if condition is None else condition
        return _NEVER

    def ask(case: Situation) -> Reply:
        return standing(case).ask(case)

    def truth(case: Situation) -> Truth:
        return standing(case).truth(case)

    return _kept(Condition(truth, ask, *_facts(inner), shape))


_ALWAYS = Condition(lambda _: YES, lambda _: Reply(YES))
_NEVER = Condition(lambda _: NO, lambda _: Reply(NO))


def _called(shape: Shape) -> Condition:
    """The same condition under its name."""
    (inner,) = shape.parts
    return _kept(Condition(inner.truth, inner.ask, inner.paths, inner.silent, shape))


def _kept(inner: Condition) -> Condition:
    """The same condition, its answer to a situation worked out once."""
    work_out = inner.truth

    def truth(case: Situation) -> Truth:
        answer = case.answers.get(work_out)
        if answer is None:
            case.answers[work_out] = answer = work_out(case)
        return answer

    return replace(inner, truth=truth, ask=lambda case: case.reply(inner))


def _joined(shape: Shape, deciding: Truth) -> Condition:
    """All of them where NO decides, any of them where YES does."""
    truths, asks = [part.truth for part in shape.parts], [part.ask for part in shape.parts]
    otherwise = ~deciding

    def truth(case: Situation) -> Truth:
        answer = otherwise
        for one in truths:
            found = one(case)
            if found is deciding:
                return deciding
            if found is UNKNOWN:
                answer = UNKNOWN
        return answer

    def ask(case: Situation) -> Reply:
        replies: list[Reply] = []
        read: tuple[str, ...] = ()
        for part in asks:
            reply = part(case)
            if reply.truth is deciding:
                return Reply(deciding, (), read + reply.read, reply.deciding) if replies else reply
            read += reply.read
            replies.append(reply)
        unknown = [reply for reply in replies if reply.truth is UNKNOWN]
        opens = [opened for reply in unknown for opened in reply.opens]
        turns_on = [path for reply in unknown or replies for path in reply.deciding]
        return Reply(UNKNOWN if unknown else otherwise, tuple(opens), read, tuple(turns_on))

    return Condition(truth, ask, *_facts(shape.parts), shape)


def _negated(shape: Shape) -> Condition:
    (inner,) = shape.parts
    inner_truth = inner.truth

    def truth(case: Situation) -> Truth:
        found = inner_truth(case)
        return NO if found is YES else YES if found is NO else UNKNOWN

    def ask(case: Situation) -> Reply:
        reply = inner.ask(case)
        return Reply(~reply.truth, reply.opens, reply.read, reply.turns_on)

    return Condition(truth, ask, inner.paths, inner.silent, shape)


def _shown(shape: Shape) -> Condition:
    """Yes only where the condition is shown to hold; unknown is no."""
    (inner,) = shape.parts

    def truth(case: Situation) -> Truth:
        return YES if inner.truth(case) is YES else NO

    def ask(case: Situation) -> Reply:
        reply = inner.ask(case)
        return reply if reply.truth is YES else Reply(NO, (), reply.read, reply.turns_on)

    return Condition(truth, ask, inner.paths, inner.paths | inner.silent, shape)


def _facts(parts: Collection[Condition]) -> tuple[frozenset[str], frozenset[str]]:
    return (
        _NO_FACTS.union(*[part.paths for part in parts]),
        _NO_FACTS.union(*[part.silent for part in parts]),
    )


_JOINING: Mapping[str, Callable[[Shape], Condition]] = {
    "all": lambda shape: _joined(shape, NO),
    "any": lambda shape: _joined(shape, YES),
    "not": _negated,
    "named": _called,
    "shown": _shown,
    "article": _in_force,
}
