"""The packaged vocabulary, read once."""

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from kuajing.classifiers.signs import Signs, signs
from kuajing.classifiers.vocabulary import Category, Mark, Role, Vocabulary, Word
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.packaged import packaged_files, packaged_yaml

_FOLDER = "vocabulary"
_MARKS = ("aggregated", "of_account", "coded", "text", "worded", "media", "generic")
_SHORTEST_PIECE = 4
_SHORT_PIECES = frozenset({"tel", "pwd", "sms", "cust", "emp", "stu", "mem", "wx", "bank", "sex"})
_SUBJECTS = (
    ("things", Role.THING),
    ("systems", Role.THING),
    ("systems", Role.SYSTEM),
    ("definitions", Role.THING),
    ("definitions", Role.DEFINITION),
)
_TAILS = (
    ("neutral", Role.NEUTRAL),
    ("media", Role.MEDIA),
    ("derived", Role.DERIVED),
    ("veto", Role.VETO),
    ("identifiers", Role.IDENTIFIER),
    ("codes", Role.CODE),
    ("audit", Role.AUDIT),
    ("audit_first", Role.AUDITS),
    ("general", Role.GENERAL),
    ("surrogate", Role.SURROGATE),
)


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary of this release."""
    tree = _document("categories.yaml")
    tails, subjects = _document("tails.yaml"), _document("subjects.yaml")
    names, chinese, initials = _Marks(), _Marks(), _Marks()
    for path in packaged_files(f"{_FOLDER}/words", ".yaml"):
        _read_words(_mapping(packaged_yaml(path)), names, chinese, initials)
    _read_subjects(subjects, names, chinese)
    _read_tails(tails, names, chinese)
    contexts = signs(_signs(name, row) for name, row in _mapping(subjects.get("contexts")))
    minors = _mapping(subjects.get("minors"))
    whole = frozenset(_words(tails.get("whole")))
    return Vocabulary(
        categories=MappingProxyType(
            {name: _category(name, row) for name, row in _mapping(tree.get("categories"))}
        ),
        groups=MappingProxyType({name: _pair(row) for name, row in _mapping(tree.get("groups"))}),
        names=names.done(),
        chinese=chinese.done(),
        initials=initials.done(),
        initial_persons=frozenset(_words(subjects.get("initials"))),
        contexts=contexts,
        minors=signs([_signs("minors", minors)]),
        minor_siblings=frozenset(map(joined, _words(minors.get("siblings")))),
        indicators=signs(_signs(name, row) for name, row in _document("important.yaml")),
        lexicon=frozenset(_pieces(names, contexts)) - whole,
        types=_types(_mapping(tails.get("types"))),
        longest_chinese=max(map(len, chinese.found)),
    )


class _Marks:
    """Words gathered from several files, each with all it may be."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[list[Word], set[Role], str]] = {}
        self.phrases: set[str] = set()

    def add(self, text: str, *, word: Word | None = None, role: Role | None = None, number: str = "") -> None:
        self.phrases.add(text)
        key = joined(text)
        words, roles, known = self.found.get(key, ([], set(), ""))
        if word is not None and all((word.category, word.gate) != (had.category, had.gate) for had in words):
            words.append(word)
        if role is not None:
            roles.add(role)
        self.found[key] = (words, roles, known or number)

    def done(self) -> MappingProxyType[str, Mark]:
        return MappingProxyType(
            {
                text: Mark(tuple(words), frozenset(roles), number)
                for text, (words, roles, number) in self.found.items()
            }
        )


def joined(text: str) -> str:
    """A listed word as it is looked up: lower-case, without separators."""
    return text.replace("_", "").lower()


def _read_words(document: Mapping, names: _Marks, chinese: _Marks, initials: _Marks) -> None:
    for category, row in document:
        for key, marks in (("names", names), ("chinese", chinese), ("initials", initials)):
            gates = _mapping(row).get(key)
            for gate, listed in _mapping(gates) if gates is not None else ():
                for text in _words(listed):
                    marks.add(text, word=Word(text, category, gate))


def _read_subjects(subjects: Mapping, names: _Marks, chinese: _Marks) -> None:
    for number, row in _mapping(subjects.get("persons")):
        category = "" if number == "none" else number
        for text in _words(_mapping(row).get("names")):
            names.add(text, role=Role.PERSON, number=category)
        for text in _words(_mapping(row).get("chinese")):
            chinese.add(text, role=Role.PERSON, number=category)
    for key, role in _SUBJECTS:
        listed = _mapping(subjects.get(key))
        for text in _words(listed.get("names")):
            names.add(text, role=role)
        for text in _words(listed.get("chinese")):
            chinese.add(text, role=role)


def _read_tails(tails: Mapping, names: _Marks, chinese: _Marks) -> None:
    for key, role in _TAILS:
        row = _mapping(tails.get(key))
        for text in _words(row.get("names")):
            names.add(text, role=role)
        for text in _words(row.get("chinese")):
            chinese.add(text, role=role)
    veto = _mapping(tails.get("veto"))
    for text in _words(veto.get("first")):
        names.add(text, role=Role.ASKS)
    for text in _words(veto.get("chinese_first")):
        chinese.add(text, role=Role.ASKS)


def _category(name: str, row: Node) -> Category:
    entry = _mapping(row)
    zh, en = _pair(entry.get("names"))
    marks = frozenset(mark for mark in _MARKS if entry.get(mark) is not None)
    return Category(name, zh, en, _text(entry, "gbt45574"), _text(entry, "gbt35273"), marks)


def _signs(name: str, row: Node) -> tuple[str, list[str], list[str]]:
    entry = _mapping(row)
    return name, [joined(text) for text in _words(entry.get("names"))], _words(entry.get("chinese"))


def _pieces(names: _Marks, contexts: Signs) -> Iterator[str]:
    """Words long enough to be found inside a glued name without finding them in every other word."""
    for phrase in names.phrases | contexts.names.keys():
        if joined(phrase).isascii() and (len(phrase) >= _SHORTEST_PIECE or phrase in _SHORT_PIECES):
            yield joined(phrase)


def _types(document: Mapping) -> MappingProxyType[str, str]:
    return MappingProxyType({name: kind for kind, listed in document for name in _words(listed)})


def _document(name: str) -> Mapping:
    return _mapping(packaged_yaml(f"{_FOLDER}/{name}"))


def _mapping(node: Node | None) -> Mapping:
    if not isinstance(node, Mapping):
        raise TypeError(f"the packaged vocabulary holds no mapping where one is needed: {node}")
    return node


def _words(node: Node | None) -> list[str]:
    return node.text.split() if isinstance(node, Scalar) else []


def _pair(node: Node | None) -> tuple[str, str]:
    if not isinstance(node, Sequence):
        raise TypeError(f"the packaged vocabulary holds no list where one is needed: {node}")
    zh, en = (item.text for item in node.items if isinstance(item, Scalar))
    return zh, en


def _text(row: Mapping, key: str) -> str:
    node = row.get(key)
    return node.text if isinstance(node, Scalar) else ""
