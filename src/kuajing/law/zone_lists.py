"""Lists of free trade zones 负面清单: data that stand in a condition, and the questions that they stand for."""

from kuajing.law.shapes import both, day, fields, items, mapping, one_of, some, text, texts
from kuajing.model.articles import ZoneList
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_AREA = "handler.ftz"
_REACH = ("zone", "city")
_UNKNOWN = "unknown"


def zone_lists(condition: Node | None) -> tuple[ZoneList, ...]:
    """The lists of a condition that asks for `listed`; none of any other."""
    found = None if condition is None else mapping(condition).get("listed")
    return () if found is None else tuple(_zone_list(item) for item in items(found))


def as_questions(node: Node) -> Node:
    """The condition that `listed` stands for: inside the area of a list that is out and leaves the handler not out."""
    questions = tuple(_question(item) for item in some(node))
    return questions[0] if len(questions) == 1 else _entry("any", Sequence(questions, node.location))


def _zone_list(node: Node) -> ZoneList:
    given = fields(node, ("area", "from", "reach"), ("edition", "sectors", "excludes"))
    return ZoneList(
        text(given["area"]),
        both(given["edition"]) if "edition" in given else ("", ""),
        one_of(given["reach"], _REACH),
        None if text(given["from"]) == _UNKNOWN else day(given["from"]),
        tuple(both(item) for item in items(given["sectors"])) if "sectors" in given else (),
        texts(given["excludes"]) if "excludes" in given else (),
    )


def _question(node: Node) -> Node:
    one, given = _zone_list(node), dict(mapping(node))
    parts = [_entry("fact", _entry(_AREA, given["area"]))]
    if one.since is not None:
        parts.append(_entry("since", given["from"]))
    for path in items(given["excludes"]) if one.excludes else ():
        inner = Mapping(
            ((Scalar(text(path), path.location, text(path)), _yes(path.location)),), path.location
        )
        parts.append(_entry("not", _entry("fact", inner)))
    return _entry("all", Sequence(tuple(parts), node.location))


def _entry(key: str, value: Node) -> Node:
    return Mapping(((Scalar(key, value.location, key), value),), value.location)


def _yes(location: Location) -> Scalar:
    return Scalar(value=True, location=location, text="true")
