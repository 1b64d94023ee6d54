"""Reads and links `rules/law`: facts, purposes and calendar first, then articles and the rules that judge by them."""

from collections.abc import Mapping
from datetime import timedelta

from kuajing.law.book import LawBook
from kuajing.law.book_articles import Articles, citing
from kuajing.law.book_beside import faults_beside
from kuajing.law.book_clocks import clocks
from kuajing.law.book_deadlines import deadline
from kuajing.law.book_facts import calendar, fact_rows, finished, purposes
from kuajing.law.book_flags import alternative, flag
from kuajing.law.book_mechanisms import mechanisms
from kuajing.law.book_purposes import unasked_marks
from kuajing.law.book_questions import question
from kuajing.law.book_tables import law_tables
from kuajing.law.conditions import Linker
from kuajing.law.dates import DateWords
from kuajing.law.precedence import in_order
from kuajing.law.shapes import day, each, fields, items, mapping, text, texts, whole
from kuajing.law.tally import check_tally
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Node


def read_book(files: Mapping[str, Node]) -> LawBook:
    """The book written in YAML files, by path below `rules/`; raises InputErrors with every fault and its place."""
    return read_law(files)[1]


def read_law(files: Mapping[str, Node]) -> tuple[Vocabulary, LawBook]:
    """The book written in YAML files, and before it the words of its conditions; raises InputErrors.

    Files directly in `law/` hold what belongs to no single article; each folder below it is one instrument.
    """
    tables = law_tables({path: node for path, node in files.items() if path.count("/") == 1})
    articles = Articles.of({path: node for path, node in files.items() if path.count("/") > 1})
    procedure = fields(
        tables["procedure.yaml"],
        ("covered_from", "review_after_days", "routes", "mechanisms", "violations_need", "steps"),
    )
    words = _vocabulary(tables, procedure, articles)
    linker = Linker(words, dict(mapping(tables["conditions.yaml"])), articles.dated())
    contested = fields(tables["contested.yaml"], ("flags", "alternatives"))
    errors: list[InputError] = []
    steps = each(items(procedure["steps"]), lambda node: (question(node, linker, words), node), errors)
    flags = each(mapping(contested["flags"]).entries, lambda entry: flag(entry, linker, words), errors)
    others = each(items(contested["alternatives"]), lambda node: alternative(node, linker, words), errors)
    beside = each(items(tables["citations.yaml"]), lambda node: citing(node, linker, articles.keys), errors)
    told = each(
        mapping(tables["deadlines.yaml"]).entries, lambda entry: deadline(entry, linker, words), errors
    )
    timed = words.dates.clocks
    provisions = each(articles.nodes, lambda entry: articles.provision(entry, linker, timed), errors)
    each(mapping(tables["conditions.yaml"]).entries, lambda entry: linker.named(entry[0]), errors)
    errors += unasked_marks(tables["purposes.yaml"], files.values())
    each((tables["tally.yaml"],), lambda node: check_tally(node, words), errors)
    standing = {one.key: one for one in sorted(provisions, key=lambda found: found.key)}
    opened = each((procedure["mechanisms"],), lambda node: mechanisms(node, words, standing), errors)
    if errors:
        raise InputErrors(dict.fromkeys(errors))
    questions = in_order(steps)
    book = LawBook(
        covered_from=day(procedure["covered_from"]),
        review_after=timedelta(days=whole(procedure["review_after_days"])),
        rows=finished(tables["facts.yaml"], words.rows, linker),
        provisions=standing,
        questions=questions,
        gate=linker.compile(procedure["violations_need"]),
        citings=beside,
        flags=tuple(sorted(flags, key=lambda found: found.id)),
        alternatives=others,
        clocks=timed,
        deadlines=told,
        mechanisms=opened[0],
    )
    beside_it = tuple(faults_beside(tables, book))
    if beside_it:
        raise InputErrors(beside_it)
    return words, book


def _vocabulary(tables: Mapping[str, Node], procedure: Mapping[str, Node], articles: Articles) -> Vocabulary:
    rows = fact_rows(tables["facts.yaml"])
    dates = frozenset(path for path, row in rows.items() if row.type == "date")
    steps = (mapping(step).get("id") for step in items(procedure["steps"]))
    return Vocabulary(
        rows,
        purposes(tables["purposes.yaml"]),
        DateWords(dates, calendar(tables["calendar.yaml"]), clocks(tables["clocks.yaml"], articles.keys)),
        routes=frozenset(texts(procedure["routes"])),
        steps=frozenset(text(step) for step in steps if step is not None),
        articles=articles.keys,
    )
