"""What the engine does with each article of the book, so that pages can say it and say what it does not do."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kuajing.law import LawBook
from kuajing.law.provisions import Citing
from kuajing.source.packaged import packaged_files, packaged_yaml


@dataclass(frozen=True, slots=True)
class Use:
    """The steps, duties and violations that rest on an article, and the lesser parts it plays.

    `asked` says that another condition asks whether it holds, `orders` that it says which step stands before which,
    `named` that verdicts may name it; `waits` that it has a condition which nothing asks; `points` that a finding points to
    it where facts fall under it.
    """

    questions: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    asked: bool = False
    orders: bool = False
    named: bool = False
    waits: bool = False
    points: bool = False

    @property
    def is_checked(self) -> bool:
        """Whether an answer of the engine turns on it."""
        return bool(self.questions or self.duties or self.violations or self.asked or self.orders)


def uses(book: LawBook) -> dict[str, Use]:
    """The use of every key of the book."""
    questions: dict[str, list[str]] = defaultdict(list)
    for question in book.questions:
        for key in question.articles:
            questions[key].append(question.id)
    ordering = {yielding.by for question in book.questions for yielding in question.yields_to}
    mentions = set(_mentions())
    asked, named = set(_asked(book, mentions)), set(_named(book))
    timed = {name for word, name in mentions if word == "clock"}
    found = {}
    for key, provision in book.provisions.items():
        duties = {duty.id for version in provision.versions for duty in version.duties}
        violations = {breach.id for version in provision.versions for breach in version.violations}
        own = any(version.when is not None for version in provision.versions)
        found[key] = Use(
            tuple(questions[key]),
            tuple(sorted(duties)),
            tuple(sorted(violations)),
            tuple(name for name, clock in book.clocks.items() if key in clock.keys and name in timed),
            key in asked,
            key in ordering,
            key in named,
            own and not questions[key] and key not in asked,
            any(version.touches is not None for version in provision.versions),
        )
    return found


def _named(book: LawBook) -> Iterator[str]:
    """The keys that verdicts may name."""
    cites: list[Citing] = [*book.citings]
    cites += [one for question in book.questions for one in question.cites]
    versions = [version for provision in book.provisions.values() for version in provision.versions]
    cites += [one for version in versions for duty in version.duties for one in duty.cites]
    cites += [one for version in versions for breach in version.violations for one in breach.cites]
    for one in cites:
        yield from one.keys


def _asked(book: LawBook, mentions: set[tuple[str, str]]) -> Iterator[str]:
    """The keys whose own condition another condition asks."""
    for word, key in mentions:
        if word == "article" and key in book.provisions:
            yield key
        if word == "any_article":
            held = [one for one in book.provisions if one.startswith(f"{key}-")]
            yield from (
                one
                for one in held
                if any(version.when is not None for version in book.provisions[one].versions)
            )


def _mentions() -> Iterator[tuple[str, str]]:
    """What conditions name: `article`, `any_article`, `clock`, each with its key or name."""
    for path in packaged_files("law", ".yaml"):
        if path.endswith(".cases.yaml"):
            continue
        document: Any = packaged_yaml(path).plain()
        yield from _within(document)


def _within(node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for item in node:
            yield from _within(item)
    elif isinstance(node, dict):
        for word, value in node.items():
            alone = len(node) == 1 or word == "clock"
            if word in {"article", "any_article", "clock"} and isinstance(value, str) and alone:
                yield word, value
            if word == "yearly":
                yield "clock", str(value)
            yield from _within(value)
