"""A condition opened into the conditions it is joined of, each with its facts and answer; made only when asked for."""

from kuajing.law.dates import Span
from kuajing.law.shapes import items, mapping, only, text
from kuajing.law.situation import Condition, Shape, Situation, row_of
from kuajing.law.values import shown
from kuajing.model.reasons import Moment, Reason
from kuajing.model.truth import Truth
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_JOINED = frozenset({"all", "any", "not", "shown", "named"})
_ALONE = frozenset({"never", "present", "known"})
_LISTS = frozenset({"several", "since", "before", "route", "step", "exemption", "claimed", "purpose"})
_OF_CLAIMS = {"claimed": "claims", "purpose": "flow.purpose"}


def reason(condition: Condition, case: Situation) -> Reason:
    """The tree of a condition in a situation."""
    shape = condition.shape or Shape("")
    answer = condition.ask(case).truth
    if shape.function in _JOINED:
        parts = tuple(reason(part, case) for part in shape.parts)
        return Reason(shape.function, _plain(shape.node), answer, parts=parts)
    if shape.function == "article":
        return Reason("article", _plain(shape.node), answer, parts=_version(shape, case))
    if shape.function == "later":
        return _later(shape, case, answer)
    words, paths = _leaf(shape, condition)
    return Reason(shape.function, words, answer, _facts(paths, case))


def _version(shape: Shape, case: Situation) -> tuple[Reason, ...]:
    """The condition of the version in force that day; none where it has none, or none is in force."""
    for start, end, condition in shape.spans:
        if start <= case.on and (end is None or case.on < end):
            return () if condition is None else (reason(condition, case),)
    return ()


def _leaf(shape: Shape, condition: Condition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a question to facts asks for, and the facts it asks."""
    node = shape.node
    if node is None or shape.function in _ALONE:
        return (), tuple(sorted(condition.paths))
    if shape.function in _LISTS:
        path = _OF_CLAIMS.get(shape.function)
        return _plain(node), (path,) if path else ()
    if shape.function in {"lists_beyond", "places_beyond"}:
        return _beyond(node)
    key, value = only(node)
    return _plain(value), (key.text,)


def _beyond(node: Node) -> tuple[tuple[str, ...], tuple[str, ...]]:
    given = dict(mapping(node))
    limits = _plain(given["words"]) if "words" in given else ()
    other = (text(given["fact"]),) if "fact" in given else ()
    return limits, (text(given["path"]), *other)


def _plain(node: Node | None) -> tuple[str, ...]:
    match node:
        case Scalar():
            return (shown(node.value) if isinstance(node.value, bool) else str(node.value),)
        case Sequence():
            return tuple(word for item in node.items for word in _plain(item))
        case _:
            return ()


def _facts(paths: tuple[str, ...], case: Situation) -> tuple[tuple[str, str], ...]:
    known = (path for path in paths if row_of(path, case.rows) is not None)
    return tuple((path, shown(case.value(path))) for path in known)


def _later(shape: Shape, case: Situation, answer: Truth) -> Reason:
    given = dict(mapping(shape.node)) if shape.node is not None else {}
    moments = []
    for name, day in zip(("date", "than"), shape.days, strict=True):
        of, clock = _told(given[name])
        span = day(case)
        moments.append(Moment(of, clock, _day(span) if isinstance(span, Span) else ""))
    paths = tuple(dict.fromkeys(path for moment in moments for path in moment.of))
    return Reason("later", (), answer, _facts(paths, case), moments=tuple(moments))


def _day(span: Span) -> str:
    if span.never:
        return "never"
    return span.low.isoformat() if span.low == span.high else ""


def _told(node: Node) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """What a date expression is told from, and the clocks that run from there."""
    if isinstance(node, Scalar):
        return (str(node.text or node.value),), ()
    entries = dict(mapping(node)) if isinstance(node, Mapping) else {}
    name = next(iter(entries))
    if name == "latest":
        return tuple(of for item in items(entries[name]) for of in _told(item)[0]), (("latest", 0),)
    of, clock = _told(entries[name])
    if len(entries) == 1:
        return of, (*clock, (name, 0))
    unit, length = next((unit, value) for unit, value in entries.items() if unit != name)
    count = length.value if isinstance(length, Scalar) and isinstance(length.value, int) else 0
    return of, (*clock, (f"{name}_{unit}", count))
