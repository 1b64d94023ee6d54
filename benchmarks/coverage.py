"""How much of public repositories is understood: `python -m benchmarks.coverage CORPUS > docs/coverage.md`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.flink_cdc_pipelines import COUNTED as OF_PIPELINES
from benchmarks.flink_cdc_pipelines import counted as counted_pipelines
from benchmarks.infrastructure import COUNTED as OF_INFRASTRUCTURE
from benchmarks.infrastructure import counted as of_infrastructure
from benchmarks.seatunnel_plugins import COUNTED, counted

from kuajing.cli.sql_reading import statements_of
from kuajing.journey.analyse import Tables, analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.messages import message
from kuajing.model.analysis import Analysis
from kuajing.model.estate import Move
from kuajing.model.facts import UnreadFact
from kuajing.model.lineage import LineageReport, ReadText
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.blocks import blocks_of
from kuajing.readers.flink_cdc import FLINK_CDC
from kuajing.readers.seams import SourceContext
from kuajing.readers.seatunnel import SEATUNNEL
from kuajing.readers.seatunnel.jobs import has_sections
from kuajing.readers.sql_together import Piece, read_together
from kuajing.reports.lineage_dialects import by_dialect
from kuajing.source.text import SourceText

_JOBS = frozenset(
    {"addax", "canal", "datax", "dbt", "dolphinscheduler", "flink_cdc", "maxwell", "openlineage", "seatunnel"}
)
"""Mechanisms of jobs that copy columns."""
DAY = date(2026, 11, 30)
"""Nothing on this page hangs on the law of the day, but an analysis needs one."""

HEAD = """\
# Coverage

What the readers make of public repositories that nobody here wrote, each read alone and without a declaration. Made by
`python -m benchmarks.coverage CORPUS > docs/coverage.md`, where `CORPUS` is a folder with one folder for each repository;
a test compares the two where `KUAJING_CORPUS` names that folder. Formats that no reader knows yet are counted, not hidden.

**Files.** *found*: regular files under the folder. *recognised*: those that a reader takes for its own. Of these *wholly*:
every statement or job was read; *in part*: some were not, or only partly; *unread*: none was. *others*: files that no reader
knows.

**Statements** (of SQL, jobs of DataX and Addax, sinks of SeaTunnel jobs, Flink CDC pipelines, connectors and mirrors, runs of
OpenLineage, files of Canal, models and exposures of dbt, tasks of DolphinScheduler). *read*: wholly, also where they move nothing. *in part*: read, with
something left open. *unread*: not read; the tables seen in them are kept.

**SQL statements by dialect.** As `kuajing lineage` reads them, SQL inside other files too; the dialect is the one that the
surroundings prove or the text shows.

**Estate.** *tables*: datasets that anything names. *columns*: those known by name. *personal*: columns whose category is
personal information, surely or perhaps. *moves*: one column's values going to another; *star*: those of the moves that
begin or end in a column nobody names. *job pairs*: moves of jobs (DataX, Addax, SeaTunnel, Flink CDC, Canal, Maxwell, dbt, DolphinScheduler,
runs of OpenLineage) from one named column to one named column, against those where an end is a star or one of several.

**SeaTunnel plugins.** *read*: jobs whose text is HOCON that can be read. *ends*: sources and sinks that store something; *placed*:
those with an address. *sources with columns*: those whose columns are known by name from the job alone; *real*: the same
without sources that make rows up.

**Flink CDC pipelines.** *read*: those that are YAML. *sources*, *sinks*: ends that store something; *placed*: those with an
address. *with tables*: sources that say which tables they follow.

**Infrastructure.** Files of Terraform and CloudFormation. *providers*: their blocks; *literal*: those that write their region out;
*resolved*: those of these whose resources get it. *stores*, *copies*: resources that hold data, that copy it; *placed*: in a region;
*open*: copies of which an end is not told. `python -m benchmarks.infrastructure FOLDER` counts the same in any folder.

**Connectors.** Files of Kafka Connect, Debezium Server and MirrorMaker. *read*, *in part*, *unread*: connectors and directions of
mirrors that move something; *in part* are also those whose own cluster of Kafka no file names. *idle*: those that make rows up, keep
offsets or are not enabled. *files that move*: those with at least one end named on each side.

**Events and changes.** Of OpenLineage events and what Canal and Maxwell are told: *files*: those read. *moving*: those that move something
by themselves; the start of a run, or a server beside its instances, does not. *sources*, *sinks*: datasets at either end.

**Applications.** Of each format of settings (`spring`, `compose`, `kubernetes`): *files*: those read. *with a store*: those
whose application opens one. *applications*, *stores*: how many of each they name. *uses*: an application opens a store, under
one profile. *disabled*: those of the uses that a file switches off.
"""


@dataclass(frozen=True, slots=True)
class Fate:
    """How the files and statements of a repository fared."""

    found: int
    recognised: int
    files: Counter[str]
    statements: Counter[str]
    others: tuple[tuple[str, int], ...]
    unread: tuple[UnreadFact, ...]


def main() -> None:
    corpus = Path(sys.argv[1])
    sys.stdout.buffer.write(page(corpus).encode())


def page(corpus: Path) -> str:
    """The whole page, the same for the same corpus."""
    tables = load_tables()
    done = {folder.name: _analysed(folder, tables) for folder in _repositories(corpus)}
    parts = [
        HEAD,
        "## Files and statements",
        _table(_FATES, (_fates(name, *one) for name, one in done.items())),
    ]
    parts += ["## SQL statements by dialect", _table(_DIALECTS, _dialects(_repositories(corpus)))]
    plugins = {name: counted(_jobs(corpus / name)) for name in done}
    rows = ((_title(name), *_figures(*(one[key] for key in COUNTED))) for name, one in plugins.items() if one)
    parts += ["## SeaTunnel plugins", _table(("repository", *COUNTED), rows)]
    pipelines = {name: counted_pipelines(_pipelines(corpus / name)) for name in done}
    rows = (
        (_title(name), *_figures(*(one[key] for key in OF_PIPELINES)))
        for name, one in pipelines.items()
        if one
    )
    parts += ["## Flink CDC pipelines", _table(("repository", *OF_PIPELINES), rows)]
    infrastructure = {name: of_infrastructure(gather(corpus / name).texts) for name in done}
    rows = (
        (_title(name), *_figures(*(one[key] for key in OF_INFRASTRUCTURE)))
        for name, one in infrastructure.items()
        if one
    )
    parts += ["## Infrastructure", _table(("repository", *OF_INFRASTRUCTURE), rows)]
    known = {name: one for name, one in done.items() if one[0].estate.datasets}
    parts += ["## Estates", _table(_ESTATES, (_estate(name, one[0]) for name, one in known.items()))]
    parts += ["## Connectors", _table(_CONNECTORS, _connectors(done))]
    parts += ["## Events and changes", _table(_CHANGES, _changes(done))]
    parts += ["## Applications", _table(_USES, _applications(done))]
    parts += ["## Personal columns by category", _categories(known)]
    parts += ["## Why something was not read", _reasons(done), "## Files that no reader knows", _others(done)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _jobs(folder: Path) -> Iterator[SourceText]:
    """The texts of a repository that are SeaTunnel jobs as a whole."""
    return (
        text
        for text in gather(folder).texts
        if has_sections(text.text) and SEATUNNEL.recognises(text.path, text.text)
    )


def _pipelines(folder: Path) -> Iterator[SourceText]:
    """The texts of a repository that are Flink CDC pipelines as a whole."""
    return (
        text
        for text in gather(folder).texts
        if text.path.endswith((".yaml", ".yml")) and FLINK_CDC.recognises(text.path, text.text)
    )


def _repositories(corpus: Path) -> list[Path]:
    return sorted(path for path in corpus.iterdir() if path.is_dir())


def _analysed(folder: Path, tables: Tables) -> tuple[Analysis, Fate]:
    gathered = gather(folder)
    analysis = analyse(gathered, tables, DAY).analysis
    whole_files = [fact for fact in analysis.estate.unread if fact.grain == "file"]
    files: Counter[str] = Counter(
        "unread"
        if fact.resolved + fact.partial + fact.idle == 0
        else ("wholly" if fact.partial + fact.unread == 0 else "in part")
        for fact in analysis.read
    )
    files["unread"] += len(whole_files)
    statements: Counter[str] = Counter()
    for fact in analysis.read:
        statements.update({"read": fact.resolved + fact.idle, "in part": fact.partial, "unread": fact.unread})
    others = sum(count for _, count in gathered.others)
    recognised = len(gathered.texts) + len(gathered.unread)
    found = recognised + others + len(gathered.declarations)
    return analysis, Fate(found, recognised, files, statements, gathered.others, analysis.estate.unread)


_FATES = (
    "repository",
    "found",
    "recognised",
    "wholly",
    "in part",
    "unread",
    "others",
    "statements read",
    "in part",
    "unread",
)
_DIALECTS = ("dialect", "statements", "resolved", "partial", "unread", "no movement")
_USES = ("repository", "format", "files", "with a store", "applications", "stores", "uses", "disabled")
_CONNECTORS = ("repository", "files", "files that move", "read", "in part", "unread", "idle")
_CONNECTING = frozenset({"connect", "mirrormaker"})
_CHANGES = ("repository", "format", "files", "moving", "sources", "sinks", "moves", "of these star")
_FOLLOWED = ("canal", "maxwell", "openlineage")
_SETTINGS = ("compose", "kubernetes", "spring")
_ESTATES = (
    "repository",
    "tables",
    "columns",
    "personal",
    "moves",
    "of these star",
    "job pairs",
    "job pairs with a star",
)


def _fates(name: str, _: Analysis, fate: Fate) -> tuple[str, ...]:
    others = sum(count for _, count in fate.others)
    files = (fate.files[one] for one in ("wholly", "in part", "unread"))
    statements = (fate.statements[one] for one in ("read", "in part", "unread"))
    return (_title(name), *_figures(fate.found, fate.recognised, *files, others, *statements))


def _dialects(repositories: Iterable[Path]) -> Iterator[tuple[str, ...]]:
    """How the statements of each dialect fared, over all repositories, each read by itself."""
    texts: list[ReadText] = []
    for folder in repositories:
        blocks = [block for text in gather(folder).texts for block in blocks_of(text).blocks]
        pieces = [Piece(block, SourceContext(None, {})) for block in blocks]
        read = read_together(pieces, {}, statements_of)
        texts += [ReadText("", one.dialect, one.statements) for one in read]
    for dialect, fates in by_dialect(LineageReport(tuple(texts))).items():
        yield (dialect or "(not shown)", *_figures(sum(fates.values()), *fates.values()))


def _estate(name: str, analysis: Analysis) -> tuple[str, ...]:
    estate = analysis.estate
    columns = sum(len(dataset.columns) for dataset in estate.datasets)
    jobs = [move for move in estate.moves if move.mechanism in _JOBS]
    exact = sum(_is_exact(move) for move in jobs)
    stars = sum(ALL_COLUMNS in {move.source.column, move.target.column} for move in estate.moves)
    personal = len(_personal(analysis))
    figures = (len(estate.datasets), columns, personal, len(estate.moves), stars, exact, len(jobs) - exact)
    return (_title(name), *_figures(*figures))


def _connectors(done: dict[str, tuple[Analysis, Fate]]) -> Iterator[tuple[str, ...]]:
    """How the connectors and mirrors of each repository fared."""
    for name, (analysis, _) in done.items():
        files = [fact for fact in analysis.read if fact.reader in _CONNECTING]
        if files:
            moving = {move.location.path for move in analysis.estate.moves if move.mechanism in _CONNECTING}
            fates = (
                sum(getattr(fact, fate) for fact in files)
                for fate in ("resolved", "partial", "unread", "idle")
            )
            yield (_title(name), *_figures(len(files), len(moving), *fates))


def _changes(done: dict[str, tuple[Analysis, Fate]]) -> Iterator[tuple[str, ...]]:
    """What events, and configurations of those who follow changes, move."""
    for name, (analysis, _) in done.items():
        for format_of in _FOLLOWED:
            files = [fact.path for fact in analysis.read if fact.reader == format_of]
            moves = [move for move in analysis.estate.moves if move.mechanism == format_of]
            if files:
                moving = {move.location.path for move in moves}
                ends = ({move.source.dataset for move in moves}, {move.target.dataset for move in moves})
                stars = sum(ALL_COLUMNS in {move.source.column, move.target.column} for move in moves)
                figures = (len(files), len(moving), *map(len, ends), len(moves), stars)
                yield (_title(name), format_of, *_figures(*figures))


def _applications(done: dict[str, tuple[Analysis, Fate]]) -> Iterator[tuple[str, ...]]:
    """What each format of settings says of the applications of a repository."""
    for name, (analysis, _) in done.items():
        for format_of in _SETTINGS:
            files = {fact.path for fact in analysis.read if fact.reader == format_of}
            uses = [use for use in analysis.estate.uses if use.location.path in files]
            if files:
                opening = {use.location.path for use in uses}
                named, stores = {use.application for use in uses}, {use.store for use in uses}
                off = sum(use.running.disabled for use in uses)
                figures = (len(files), len(opening), len(named), len(stores), len(uses), off)
                yield (_title(name), format_of, *_figures(*figures))


def _is_exact(move: Move) -> bool:
    return move.certain and ALL_COLUMNS not in {move.source.column, move.target.column}


def _personal(analysis: Analysis) -> list[str]:
    """The category of every personal column."""
    found = (one.category for name, one in analysis.labelling.classifications if name.column != ALL_COLUMNS)
    return [category for category in found if category.startswith("pi.")]


def _categories(done: dict[str, tuple[Analysis, Fate]]) -> str:
    counts = {name: Counter(_personal(analysis)) for name, (analysis, _) in done.items()}
    names = [name for name, count in counts.items() if count]
    categories = sorted({category for count in counts.values() for category in count})
    rows = (
        (f"`{category}`", *_figures(*(counts[name][category] for name in names))) for category in categories
    )
    return _table(("category", *map(_title, names)), rows)


def _reasons(done: dict[str, tuple[Analysis, Fate]]) -> str:
    counts = {(name, fact.grain, _said(fact)): 0 for name, (_, fate) in done.items() for fact in fate.unread}
    for name, (_, fate) in done.items():
        for fact in fate.unread:
            counts[name, fact.grain, _said(fact)] += 1
    rows = sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0]))
    return _table(
        ("repository", "what", "how often", "why"),
        ((_title(name), grain, str(count), said) for (name, grain, said), count in rows),
    )


def _said(fact: UnreadFact) -> str:
    """The reason, with a sign in place of the names that differ from file to file."""
    values = tuple((name, "…") for name, _ in fact.values)
    return message(fact.reason, "en", values).replace("|", "\\|")


def _others(done: dict[str, tuple[Analysis, Fate]]) -> str:
    rows = (
        (_title(name), ", ".join(f"{ending} {count:,}" for ending, count in fate.others))
        for name, (_, fate) in done.items()
        if fate.others
    )
    return _table(("repository", "endings"), rows)


def _title(name: str) -> str:
    return name.replace("+", "/", 1)


def _figures(*numbers: int) -> Iterator[str]:
    return (f"{number:,}" if number else "" for number in numbers)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    listed = list(rows)
    right = [all(_is_figure(row[place]) for row in listed) for place in range(len(heads))]
    rule = "|".join("---:" if one else "---" for one in right)
    return "\n".join([f"| {' | '.join(heads)} |", f"|{rule}|", *(f"| {' | '.join(row)} |" for row in listed)])


def _is_figure(cell: str) -> bool:
    return cell.replace(",", "").isdigit() or not cell


if __name__ == "__main__":
    main()
