"""What the conditions of an organisation's rules are checked against: the law's words, and those of its own estate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kuajing.law.book import LawBook
from kuajing.law.book_facts import calendar, fact_rows, finished, purposes
from kuajing.law.conditions import Given, Linker
from kuajing.law.dates import DateWords
from kuajing.law.policies.asking import QUESTIONS
from kuajing.law.provisions import Provision
from kuajing.law.shapes import mapping
from kuajing.law.situation import Condition, FactRow, Reply, Situation
from kuajing.law.vocabulary import Vocabulary, replying
from kuajing.model.truth import Truth
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_yaml

_FACTS = "policies/facts.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule may name: handlers, recipients, those behind them, jurisdictions, categories; none at all: any."""

    handlers: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    onward: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()


def vocabulary(book: LawBook, known: Known) -> Vocabulary:
    """The words that rules beside a book may use: its facts, and those of the transfer itself."""
    rows = {**{path: _wide(row) for path, row in book.rows.items()}, **_own_rows(known)}
    dates = frozenset(path for path, row in rows.items() if row.type == "date")
    return Vocabulary(
        rows,
        purposes(packaged_yaml("law/purposes.yaml")),
        DateWords(dates, calendar(packaged_yaml("law/calendar.yaml")), book.clocks),
        routes=frozenset(question.route for question in book.questions),
        steps=frozenset(question.id for question in book.questions),
        articles=frozenset(book.provisions),
    )


def linker(words: Vocabulary, named: Mapping[str, Node], book: LawBook) -> Linker:
    """Compiles conditions of rules; the law's own conditions and articles may be asked by name and key."""
    articles = {key: _article(provision) for key, provision in book.provisions.items()}
    shared = law_conditions()
    of_the_law = Linker(words, dict(shared), {}, given=Given({}, articles))
    settled = {name.text: of_the_law.named(name) for name, _ in shared.entries}
    return Linker(words, named, {}, QUESTIONS, Given(settled, articles))


def law_conditions() -> Entries:
    """The conditions that articles of the law share, by name."""
    return mapping(packaged_yaml("law/conditions.yaml"))


def rows_of(words: Vocabulary, by: Linker) -> Mapping[str, FactRow]:
    """The facts of a vocabulary with what silence means for each."""
    return {**words.rows, **finished(packaged_yaml(_FACTS), words.rows, by)}


def _wide(row: FactRow) -> FactRow:
    """The same fact, unknown over all its words: the law tries only those that change a route."""
    return replace(row, over=row.words) if row.over and row.words else row


def _own_rows(known: Known) -> dict[str, FactRow]:
    rows = fact_rows(packaged_yaml(_FACTS))
    named = {
        "transfer.sent_by": known.handlers,
        "transfer.sent_to": known.recipients,
        "transfer.received_in": known.places,
        "transfer.carries": known.categories,
        "transfer.passed_on_to": known.onward,
    }
    return {path: replace(row, words=tuple(sorted(named.get(path, row.words)))) for path, row in rows.items()}


def _article(provision: Provision) -> Condition:
    """Whether an article is in force and its own condition holds."""

    def ask(case: Situation) -> Reply:
        version = provision.in_force(case.on)
        if version is None:
            return Reply(Truth.NO)
        return Reply(Truth.YES) if version.when is None else version.when.ask(case)

    inner = [version.when for version in provision.versions if version.when is not None]
    return replying(
        ask,
        frozenset[str]().union(*(one.paths for one in inner)),
        frozenset[str]().union(*(one.silent for one in inner)),
    )
