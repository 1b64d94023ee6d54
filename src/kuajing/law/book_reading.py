"""Reads and links `rules/law`: facts, purposes and calendar first, then articles and the rules that judge by them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import cache
from typing import TypeVar

from kuajing.law.book import Alternative, Flag, LawBook
from kuajing.law.book_articles import Articles, cited, citing
from kuajing.law.book_facts import calendar, fact_rows, finished, purposes
from kuajing.law.book_flags import alternative, flag
from kuajing.law.conditions import Linker
from kuajing.law.dates import DateWords
from kuajing.law.leaves import LeafWords
from kuajing.law.procedure import Question
from kuajing.law.shapes import day, fields, items, mapping, refuse, text, texts, whole, yes_or_no
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_yaml

_FOLDER = "law"
_Part = TypeVar("_Part")
_Thing = TypeVar("_Thing")


@cache
def load_book() -> LawBook:
    """The law that is shipped with kuajing."""
    paths = [path for path in packaged_files(_FOLDER, ".yaml") if not path.endswith(".cases.yaml")]
    return read_book({path: packaged_yaml(path) for path in paths})


def read_book(files: Mapping[str, Node]) -> LawBook:
    """The book written in YAML files, by path; raises InputErrors with every fault and its place."""
    tables = {path.rsplit("/", 1)[-1]: node for path, node in files.items() if path.count("/") == 1}
    rows = fact_rows(tables["facts.yaml"])
    dates = frozenset(path for path, row in rows.items() if row.type == "date")
    leaves = LeafWords(
        rows, purposes(tables["purposes.yaml"]), DateWords(dates, calendar(tables["calendar.yaml"]))
    )
    articles = Articles.of({path: node for path, node in files.items() if path.count("/") > 1})
    linker = Linker(leaves, dict(mapping(tables["conditions.yaml"])), articles.dated())
    rows.update(finished(tables["facts.yaml"], rows, linker))
    procedure = fields(
        tables["procedure.yaml"], ("covered_from", "review_after_days", "violations_need", "steps")
    )
    contested = fields(tables["contested.yaml"], ("flags", "alternatives"))
    errors: list[InputError] = []
    questions = _each(items(procedure["steps"]), lambda node: _question(node, linker, articles), errors)
    flags = _each(mapping(contested["flags"]).entries, lambda entry: flag(entry, linker, leaves), errors)
    others = _each(items(contested["alternatives"]), lambda node: alternative(node, linker), errors)
    beside = _each(items(tables["citations.yaml"]), lambda node: citing(node, linker, articles.keys), errors)
    provisions = _each(articles.nodes, lambda node: articles.provision(node, linker), errors)
    _each(mapping(tables["conditions.yaml"]).entries, lambda entry: linker.named(entry[0]), errors)
    if errors:
        raise InputErrors(errors)
    return LawBook(
        day(procedure["covered_from"]),
        timedelta(days=whole(procedure["review_after_days"])),
        rows,
        {provision.key: provision for provision in sorted(provisions, key=lambda found: found.key)},
        questions,
        linker.compile(procedure["violations_need"]),
        beside,
        tuple(sorted(flags, key=lambda found: found.id)),
        others,
    )


def _question(node: Node, linker: Linker, articles: Articles) -> Question:
    optional = ("when", "route", "then", "exemption", "from", "until", "or_article")
    given = fields(node, ("id", "article", "cites"), optional)
    if ("route" in given) == ("then" in given):
        refuse(node, "type", expected="route or then")
    named = [given[name] for name in ("article", "or_article") if name in given]
    for name in named:
        if text(name) not in articles.keys:
            refuse(name, "citation", key=text(name))
    return Question(
        text(given["id"]),
        tuple(text(name) for name in named),
        linker.compile(given["when"]) if "when" in given else linker.article(given["article"]),
        text(given["route"] if "route" in given else given["then"]),
        text(given["exemption"]) if "exemption" in given else None,
        "then" in given,
        cited(given["cites"], linker, articles.keys),
        day(given["from"]) if "from" in given else None,
        day(given["until"]) if "until" in given else None,
    )


def _each(
    parts: Iterable[_Part], read: Callable[[_Part], _Thing], errors: list[InputError]
) -> tuple[_Thing, ...]:
    """Reads every part, gathering the faults of all."""
    found = []
    for part in parts:
        try:
            found.append(read(part))
        except InputErrors as problem:
            errors += problem.errors
    return tuple(found)
