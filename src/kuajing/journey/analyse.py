"""The whole journey on one screen: from what was gathered to the analysis of one day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kuajing.binding import bind, declared_system_at
from kuajing.checks import NAMES, findings
from kuajing.classifiers import Vocabulary, load_vocabulary
from kuajing.graph import (
    FlowGraph,
    LabelSpread,
    assemble,
    cleared_columns,
    crossings,
    spread_labels,
)
from kuajing.journey.categories import category_names
from kuajing.journey.coverage import coverage
from kuajing.journey.every_route import holds_on_every_route
from kuajing.journey.gather import Gathered
from kuajing.journey.labelling import label, unknown_words
from kuajing.journey.policies import policies_of
from kuajing.journey.system_moves import system_moves
from kuajing.law import LawBook, TallyRule, assess, load_book, load_tally_rule
from kuajing.law.policies import Policies, demands
from kuajing.locators import RegionTable, load_regions
from kuajing.model.analysis import Analysis
from kuajing.model.articles import Article
from kuajing.model.facts import ReadFact
from kuajing.model.lineage import ReadMovement
from kuajing.model.transfers import Judgement, Transfer
from kuajing.model.truth import Truth
from kuajing.readers.two_passes import read_sources
from kuajing.transfers import Assembled, prepare
from kuajing.transfers import assemble as assemble_transfers


@dataclass(frozen=True, slots=True)
class Tables:
    """The data that the journey consults: the law, the vocabulary, the regions."""

    book: LawBook
    tally: TallyRule
    vocabulary: Vocabulary
    names: Mapping[str, tuple[str, str]]
    regions: RegionTable


@dataclass(frozen=True, slots=True)
class Journey:
    """An analysis and the graph behind it, for questions that only the graph can answer."""

    analysis: Analysis
    graph: FlowGraph
    spread: LabelSpread


def load_tables() -> Tables:
    """The tables shipped with the package."""
    vocabulary = load_vocabulary()
    return Tables(load_book(), load_tally_rule(), vocabulary, category_names(vocabulary), load_regions())


def analyse(gathered: Gathered, tables: Tables, on: date, read_sql: ReadMovement | None = None) -> Journey:
    """Everything found about an estate on one day.

    `read_sql` is what remembers the answers of the SQL engine, else the engine itself is asked. Raises InputErrors where
    the declaration and the sources cannot be brought together.
    """
    declaration = gathered.declaration
    functions = {function.name: function.effect for function in declaration.functions}
    system_at = declared_system_at(declaration.systems)
    facts = read_sources(
        gathered.texts,
        declaration.sources,
        functions,
        system_at=system_at,
        values=gathered.values,
        read_sql=read_sql,
    )
    estate = bind(declaration, (*facts, *gathered.unread))
    labelling = label(estate, tables.vocabulary, tables.regions, declaration.settings.sensitivity)
    declared, placements = dict(estate.declared), dict(labelling.placements)
    graph = assemble(estate, cleared_columns(declared, on))
    spread = spread_labels(graph, labelling, declared, on)
    crossed = crossings(graph, spread, placements, estate.accesses)
    policies = policies_of(gathered.policies, declaration, tables.book, tables.names)
    prepared = prepare(crossed, estate, declaration, labelling, on)
    standing = _standing_by(tables.book, tables.tally)
    assembled = assemble_transfers(prepared, estate, declaration, on, standing)
    judgements = tuple(_judged(one, tables.book, policies) for one in assembled)
    read = tuple(fact for fact in facts if isinstance(fact, ReadFact))
    analysis = Analysis(
        on=on,
        declaration=declaration,
        estate=estate,
        labelling=labelling,
        crossings=crossed,
        judgements=judgements,
        findings=(),
        coverage=coverage(declaration, estate, labelling, judgements, read),
        read=read,
        system_moves=system_moves(estate, crossed, judgements, placements),
        articles=_articles(tables.book, judgements, on),
        unknown_words=unknown_words(declaration, tables.vocabulary, NAMES),
        others=gathered.others,
        passed_over=gathered.passed_over,
        policies=policies.on(on),
    )
    return Journey(replace(analysis, findings=findings(analysis)), graph, spread)


def _judged(one: Assembled, book: LawBook, policies: Policies) -> Judgement:
    """What the law says of a transfer, and beside it what the organisation's own rules ask."""
    transfer = one.transfer
    judgement = Judgement(transfer, one.coverage, assess(transfer.case, book), one.count_contradicted)
    return replace(
        judgement,
        holds_on_every_route=holds_on_every_route(judgement, book),
        demands=demands(transfer.case, transfer.own_facts, book, policies),
    )


def _standing_by(book: LawBook, rule: TallyRule) -> Callable[[Transfer], str]:
    """Say of a transfer judged alone whether it counts towards its handler's people."""
    words = {Truth.YES: "outside", Truth.NO: "inside", Truth.UNKNOWN: "perhaps"}

    def standing(transfer: Transfer) -> str:
        verdict = assess(transfer.case, book)
        if verdict.exemption is not None:
            return words[rule.is_outside(verdict.exemption)]
        if verdict.route == "not_an_export":
            return "outside"
        return "perhaps" if {"exempt", "not_an_export"} & set(verdict.possible) else "inside"

    return standing


def _articles(book: LawBook, judgements: Iterable[Judgement], on: date) -> tuple[Article, ...]:
    """The articles of the law that the verdicts cite or asked, or that own rules name beside them, as they stand that day."""
    found = (book.article(key, on) for key in _cited(tuple(judgements)) if key in book.provisions)
    return tuple(article for article in found if article is not None)


def _cited(judgements: tuple[Judgement, ...]) -> tuple[str, ...]:
    keys = {citation for judgement in judgements for citation in judgement.verdict.citations}
    keys |= {
        step.citation for judgement in judgements for step in judgement.verdict.reasoning if step.citation
    }
    for judgement in judgements:
        keys |= {citation for duty in judgement.verdict.duties for citation in duty.citations}
        keys |= {citation for violation in judgement.verdict.violations for citation in violation.citations}
        keys |= {citation for demand in judgement.demands for citation in demand.citations}
    return tuple(sorted(keys))
