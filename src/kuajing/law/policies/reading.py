"""Reads an organisation's rules: instruments, articles and shared conditions in the YAML form of the law."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kuajing.law.book import LawBook
from kuajing.law.policies.articles import Author, article_of, author_of
from kuajing.law.policies.clashes import names_of, refuse_clash
from kuajing.law.policies.rules import NO_POLICIES, Policies
from kuajing.law.policies.words import Known, law_conditions, linker, rows_of, vocabulary
from kuajing.law.shapes import each, fields, items, mapping, refuse, text
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar, Sequence

INSTRUMENT = "instrument.yaml"
CONDITIONS = "conditions.yaml"


_SAID_ELSEWHERE = frozenset({"law_terms.book_name", "law_terms.book_citation"})
"""Faults that a file which could not be read may be the cause of."""

_NOBODY = Author("", ("", ""), date.min, None, "")
"""Stands for an instrument that could not be read, so that the faults of its articles are told all the same."""


class _Written(NamedTuple):
    """One provision as YAML, its key, and the instrument that it belongs to."""

    author: Author
    key: Node
    node: Entries


def read_policies(
    files: Mapping[str, Node], book: LawBook, known: Known, unread: frozenset[str] = frozenset()
) -> Policies:
    """The rules in YAML files by path; raises InputErrors with every fault and its place.

    `instrument.yaml` speaks for the articles in its folder, `conditions.yaml` names conditions for all of them. What
    bears a name that the law has, or that stands twice, is a fault: a rule can be added to the law and to nothing else.
    `unread` are files that stand there and could not be read: what only they could say is no fault of the others.
    """
    if not files:
        return NO_POLICIES
    errors: list[InputError] = []
    names = _Names(names_of(book))
    instruments = _called(files, INSTRUMENT)
    authors = dict(each(instruments, names.author, errors))
    articles = [
        (path, node) for path, node in sorted(files.items()) if _name(path) not in {INSTRUMENT, CONDITIONS}
    ]
    folders = frozenset(map(_folder, unread))
    each(instruments, lambda found: _speaks(found, articles, folders), errors)
    each(articles, lambda article: _belongs(article, instruments, folders), errors)
    authors |= dict.fromkeys(
        {*map(_folder, (path for path, _ in instruments)), *folders} - set(authors), _NOBODY
    )
    provisions = each(articles, lambda article: tuple(_provisions(article, authors)), errors)
    written = [one for found in provisions for one in found]
    each(written, names.provision, errors)
    shared = _shared(files, errors)
    words = vocabulary(book, known)
    by = linker(words, shared, book)
    keys = frozenset({*book.provisions, *(text(one.key) for one in written)})
    own = each(written, lambda one: article_of(one.author, one.node, by, keys), errors)
    each(shared.values(), by.compile, errors)
    if unread:
        errors = [error for error in errors if error.message not in _SAID_ELSEWHERE]
    if errors:
        raise InputErrors(dict.fromkeys(errors))
    return Policies(tuple(sorted(own, key=lambda article: article.key)), rows_of(words, by))


class _Names:
    """The names met so far; none may stand twice, and none may be one of the law's."""

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken = taken
        self._met: dict[str, tuple[str, Node]] = {}

    def author(self, found: tuple[str, Node]) -> tuple[str, Author]:
        """The instrument of a folder."""
        path, node = found
        author = author_of(node)
        self._take(mapping(node).get("id") or node, author.id)
        return _folder(path), author

    def provision(self, one: _Written) -> None:
        """The key of a provision and the ids of its rules; an id may come again in a later version of it."""
        key = text(one.key)
        if one.author is not _NOBODY and not key.startswith(f"{one.author.id}-"):
            refuse(one.key, "policy_key", key=key, start=f"{one.author.id}-")
        self._take(one.key, key)
        for number, version in enumerate(items(one.node.get("versions") or one.node)):
            for node in _ids(mapping(version)):
                self._take(node, f"{key} {number}", again=key)

    def _take(self, node: Node, owner: str, again: str = "") -> None:
        name = text(node)
        if name in self._taken:
            refuse_clash(node)
        before = self._met.get(name)
        is_later_version = (
            before is not None and again and before[0].startswith(f"{again} ") and before[0] != owner
        )
        if before is not None and not is_later_version:
            refuse(node, "twice", key=name, place=str(before[1].location))
        self._met[name] = (owner, node)


def _ids(version: Entries) -> Iterator[Node]:
    """The nodes that give a name to a rule of a version; what has another form is told when it is read."""
    rows = [version]
    for name in ("duties", "violations"):
        listed = version.get(name)
        rows += (
            [row for row in listed.items if isinstance(row, Entries)] if isinstance(listed, Sequence) else []
        )
    for row in rows:
        found = row.get("id")
        if isinstance(found, Scalar):
            yield found


def _speaks(instrument: tuple[str, Node], articles: list[tuple[str, Node]], unread: frozenset[str]) -> None:
    """Refuse an instrument that no article in its folder belongs to."""
    if _folder(instrument[0]) not in {*unread, *(_folder(path) for path, _ in articles)}:
        refuse(instrument[1], "missing", key="article-….yaml")


def _belongs(article: tuple[str, Node], instruments: list[tuple[str, Node]], unread: frozenset[str]) -> None:
    """Refuse an article without an instrument in its folder."""
    if _folder(article[0]) not in {*unread, *(_folder(path) for path, _ in instruments)}:
        refuse(article[1], "missing", key=INSTRUMENT)


def _provisions(article: tuple[str, Node], authors: Mapping[str, Author]) -> Iterator[_Written]:
    path, node = article
    provisions = items(fields(node, ("article", "provisions"))["provisions"])
    if not provisions:
        refuse(node, "missing", key="provisions")
    for provision in provisions:
        key = mapping(provision).get("key") or refuse(provision, "missing", key="key")
        text(key)
        if _folder(path) in authors:
            yield _Written(authors[_folder(path)], key, mapping(provision))


def _shared(files: Mapping[str, Node], errors: list[InputError]) -> dict[str, Node]:
    """The conditions that the rules share, by name."""
    entries = [entry for _, node in _called(files, CONDITIONS) for entry in mapping(node).entries]
    of_the_law = frozenset(name for name, _ in law_conditions())
    met: dict[str, Scalar] = {}

    def take(entry: tuple[Scalar, Node]) -> tuple[str, Node]:
        name, node = entry
        if name.text in of_the_law:
            refuse_clash(name)
        if name.text in met:
            refuse(name, "twice", key=name.text, place=str(met[name.text].location))
        met[name.text] = name
        return name.text, node

    return dict(each(entries, take, errors))


def _called(files: Mapping[str, Node], name: str) -> list[tuple[str, Node]]:
    return [(path, node) for path, node in sorted(files.items()) if _name(path) == name]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
