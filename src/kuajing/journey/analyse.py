"""The whole journey on one screen: from what was gathered to the analysis of one day."""

from collections.abc import Mapping
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
from kuajing.journey.cited import articles_named
from kuajing.journey.coverage import coverage
from kuajing.journey.gather import Gathered
from kuajing.journey.group_volumes import group_volumes
from kuajing.journey.judging import judged
from kuajing.journey.labelling import label, unknown_words
from kuajing.journey.lines_ahead import lines_ahead
from kuajing.journey.policies import policies_of
from kuajing.journey.standings import standing_by
from kuajing.journey.system_moves import system_moves
from kuajing.law import LawBook, TallyRule, load_book, load_tally_rule
from kuajing.locators import RegionTable, load_regions
from kuajing.model.analysis import Analysis
from kuajing.model.facts import ReadFact
from kuajing.model.lineage import ReadMovement
from kuajing.readers.remembering import RememberedFacts
from kuajing.readers.two_passes import read_sources
from kuajing.transfers import assemble as assemble_transfers
from kuajing.transfers import outlooks, parallels, prepare, tallies


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


def analyse(
    gathered: Gathered,
    tables: Tables,
    on: date,
    read_sql: ReadMovement | None = None,
    remembered: RememberedFacts | None = None,
) -> Journey:
    """Everything found about an estate on one day.

    `read_sql` is what remembers the answers of the SQL engine, else the engine itself is asked;
    `remembered` is what remembers those of readers. Raises InputErrors where
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
        remembered=remembered,
    )
    estate = bind(declaration, (*facts, *gathered.unread))
    labelling = label(estate, tables.vocabulary, tables.regions, declaration.settings.sensitivity)
    declared, placements = dict(estate.declared), dict(labelling.placements)
    graph = assemble(estate, cleared_columns(declared, on))
    spread = spread_labels(graph, labelling, declared, on)
    crossed = crossings(graph, spread, placements, estate.accesses)
    policies = policies_of(gathered.policies, declaration, tables.book, tables.names)
    prepared = prepare(crossed, estate, declaration, labelling, on)
    standing = standing_by(tables.book, tables.tally)
    assembled = assemble_transfers(prepared, estate, declaration, on, standing)
    judgements = tuple(judged(one, tables.book, policies) for one in assembled)
    standings = {one.transfer.id: one.standing for one in assembled}
    ahead = lines_ahead(
        outlooks(prepared, standings, declaration, on),
        (one.transfer for one in assembled),
        tables.book,
        tables.tally,
    )
    volumes = group_volumes(
        parallels(prepared, standings, declaration), judgements, tables.book, tables.tally
    )
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
        articles=articles_named(tables.book, judgements, ahead, volumes, on),
        unknown_words=unknown_words(declaration, tables.vocabulary, NAMES),
        others=gathered.others,
        passed_over=gathered.passed_over,
        tallies=tallies(prepared, standings, declaration, on),
        lines_ahead=ahead,
        group_volumes=volumes,
        policies=policies.on(on),
    )
    return Journey(replace(analysis, findings=findings(analysis)), graph, spread)
