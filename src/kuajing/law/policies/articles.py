"""One instrument and one article of an organisation, from YAML; every key that could loosen the law is unknown here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kuajing.law.book_articles import cited
from kuajing.law.conditions import Linker
from kuajing.law.places import place_of
from kuajing.law.policies.rules import Edition, OwnArticle, Rule
from kuajing.law.provisions import Citing
from kuajing.law.shapes import day, each, fields, in_order, items, mapping, one_of, refuse, text
from kuajing.law.situation import Condition
from kuajing.model.policies import DUTY, FORBIDS, VIOLATION
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Node, Scalar

_IMPOSES = "imposes"
_OF_THE_LAW = ("defines", "requires", "exempts")

_Both = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Author:
    """An instrument of an organisation: who speaks in its articles, and since when."""

    id: str
    title: _Both
    in_force: date
    repealed: date | None
    link: str


@dataclass(frozen=True, slots=True)
class _Speaking:
    """What the rules of one edition share: the key of their article, what it says, the scope, what may be cited."""

    key: str
    gloss: _Both
    scope: tuple[Condition, ...]
    linker: Linker
    keys: Collection[str]


def author_of(node: Node) -> Author:
    """The instrument of a file `instrument.yaml`."""
    given = fields(node, ("id", "title", "in_force"), ("issuer", "number", "adopted", "repealed", "link"))
    begins = day(given["in_force"])
    ends = day(given["repealed"]) if "repealed" in given else None
    in_order(begins, ends, given.get("repealed", node))
    link = text(given["link"]) if "link" in given else ""
    return Author(text(given["id"]), _said(given["title"]), begins, ends, link)


def article_of(author: Author, node: Node, linker: Linker, keys: Collection[str]) -> OwnArticle:
    """One article with all its editions, linked; `keys` are all that may be cited."""
    given = fields(node, ("key", "versions"), ("place",))
    key = text(given["key"])
    nodes = items(given["versions"])
    if not nodes:
        refuse(given["versions"], "type", expected="at least one version")
    errors: list[InputError] = []
    editions = each(nodes, lambda one: _edition(author, key, one, linker, keys), errors)
    if errors:
        raise InputErrors(errors)
    for (earlier, before), (later, after) in pairwise(zip(editions, nodes, strict=True)):
        if earlier.until is None or later.since < earlier.until:
            refuse(after, "overlap", key=key, place=str(before.location))
    place = _said(given["place"]) if "place" in given else place_of(key, author.id)
    return OwnArticle(key, author.title, place, author.link, editions)


def _edition(author: Author, key: str, node: Node, linker: Linker, keys: Collection[str]) -> Edition:
    kind = _kind(mapping(node).get("kind"), node)
    own = ("id", "says", "cites") if kind == FORBIDS else ("duties", "violations")
    required = ("kind", "gloss", *(("id", "when") if kind == FORBIDS else ()))
    given = fields(node, required, ("from", "until", "checked", "when", *own))
    since = day(given["from"]) if "from" in given else author.in_force
    until = day(given["until"]) if "until" in given else author.repealed
    in_order(since, until, given.get("until", given.get("from", node)))
    gloss = _said(given["gloss"])
    errors: list[InputError] = []
    scope = each([given["when"]] if "when" in given else [], linker.compile, errors)
    speaking = _Speaking(key, gloss, scope, linker, keys)
    if kind == FORBIDS:
        rules = each((given,), lambda one: _forbidding(one, speaking), errors)
    else:
        rules = _imposed(node, given, speaking, errors)
    if errors:
        raise InputErrors(errors)
    return Edition(since, until, day(given["checked"]) if "checked" in given else since, gloss, rules)


def _kind(node: Node | None, version: Node) -> str:
    """Forbids or imposes; what the other kinds of the law do could loosen it."""
    if node is None:
        refuse(version, "missing", key="kind")
    if text(node) in _OF_THE_LAW:
        refuse(node, "policy_kind", kind=text(node))
    return one_of(node, (FORBIDS, _IMPOSES))


def _forbidding(given: Mapping[str, Node], speaking: _Speaking) -> Rule:
    return Rule(
        text(given["id"]), FORBIDS, _says(given, speaking), speaking.scope, None, _cites(given, speaking)
    )


def _imposed(
    node: Node, given: Mapping[str, Node], speaking: _Speaking, errors: list[InputError]
) -> tuple[Rule, ...]:
    duties = items(given["duties"]) if "duties" in given else ()
    violations = items(given["violations"]) if "violations" in given else ()
    if not duties and not violations:
        refuse(node, "missing", key="duties")
    return (
        *each(duties, lambda one: _duty(one, speaking), errors),
        *each(violations, lambda one: _violation(one, speaking), errors),
    )


def _duty(node: Node, speaking: _Speaking) -> Rule:
    given = fields(node, ("id", "met"), ("when", "says", "cites"))
    met = speaking.linker.compile(given["met"])
    return Rule(
        text(given["id"]), DUTY, _says(given, speaking), _when(given, speaking), met, _cites(given, speaking)
    )


def _violation(node: Node, speaking: _Speaking) -> Rule:
    given = fields(node, ("id", "when"), ("says", "cites"))
    when = _when(given, speaking)
    return Rule(text(given["id"]), VIOLATION, _says(given, speaking), when, None, _cites(given, speaking))


def _when(given: Mapping[str, Node], speaking: _Speaking) -> tuple[Condition, ...]:
    """The scope of the edition, narrowed by the rule's own."""
    return (*speaking.scope, speaking.linker.compile(given["when"])) if "when" in given else speaking.scope


def _cites(given: Mapping[str, Node], speaking: _Speaking) -> tuple[Citing, ...]:
    """The article itself, then what it names beside it."""
    beside = cited(given["cites"], speaking.linker, speaking.keys) if "cites" in given else ()
    return (Citing(None, (speaking.key,)), *beside)


def _says(given: Mapping[str, Node], speaking: _Speaking) -> _Both:
    return _said(given["says"]) if "says" in given else speaking.gloss


def _said(node: Node) -> _Both:
    """A text in English, in Chinese or in both; what is written in one language alone is told in either."""
    if isinstance(node, Scalar):
        return (text(node), text(node))
    given = fields(node, (), ("en", "zh"))
    if not given:
        refuse(node, "missing", key="en")
    english, chinese = (text(given[name]) if name in given else "" for name in ("en", "zh"))
    return (english or chinese, chinese or english)
