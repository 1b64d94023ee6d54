"""The vocabulary: categories, the words that name them, and what surrounds those words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kuajing.classifiers.signs import Signs


@dataclass(frozen=True, slots=True)
class Category:
    """One category of personal information; the marks are told in rules/vocabulary/categories.yaml."""

    id: str
    zh: str
    en: str
    gbt45574: str
    gbt35273: str
    marks: frozenset[str]

    @property
    def group(self) -> str:
        """The first two levels of the id."""
        return ".".join(self.id.split(".")[:2])


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary: the category it names and the gate under which it does."""

    text: str
    category: str
    gate: str


class Role(Enum):
    """What a word does in a name or comment besides naming a category."""

    # Roles are asked for a dozen times per column; the hash of an enumeration's name is the dear part of that.
    __hash__ = object.__hash__

    PERSON = "person"
    THING = "thing"
    SYSTEM = "system"
    NEUTRAL = "neutral"
    MEDIA = "media"
    DERIVED = "derived"
    VETO = "veto"
    ASKS = "asks"
    IDENTIFIER = "identifier"
    CODE = "code"
    AUDIT = "audit"
    AUDITS = "audits"
    DEFINITION = "definition"
    GENERAL = "general"
    SURROGATE = "surrogate"


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that one word may be: the categories it may name and the roles it may play."""

    words: tuple[Word, ...] = ()
    roles: frozenset[Role] = frozenset()
    number: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All words by their joined form.

    `names` are Latin words without separators (`idcard`), `chinese` those that stand in comments, `initials` the
    first letters of pinyin, `initial_persons` those of people alone. `number` of a person's mark is the category of a number given to that person.
    `groups` are the names of the first two levels. `lexicon` holds the words that a glued name may be cut into;
    `types` the names of column types by what values they can hold. A vocabulary is equal to itself alone.
    """

    categories: Mapping[str, Category]
    groups: Mapping[str, tuple[str, str]]
    names: Mapping[str, Mark]
    chinese: Mapping[str, Mark]
    initials: Mapping[str, Mark]
    initial_persons: frozenset[str]
    contexts: Signs
    minors: Signs
    minor_siblings: frozenset[str]
    indicators: Signs
    lexicon: frozenset[str]
    types: Mapping[str, str]
    longest_chinese: int

    def name_of(self, category: str, language: str) -> str:
        """The name of a category or of its group in `en` or `zh`; an id the tree lacks is its own name."""
        found = self.categories.get(category)
        zh, en = (found.zh, found.en) if found else self.groups.get(category, (category, category))
        return zh if language == "zh" else en
