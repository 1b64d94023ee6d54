"""A name in the declaration meets nothing.

**What it does.** Reports declared columns that no source knows though sources tell of their dataset, categories that
are not in the vocabulary, lists of free trade zones of unknown areas, and checks that do not exist.

**Why it matters.** A mistyped name silently declares nothing: the column it was meant for keeps its own label.

**What to do.** Correct the name.

申报中的名称没有对应对象。

**检查什么。** 报告源文件已说明其数据集、但没有任何源文件包含的申报字段，词表中没有的类别，地区不明的自由贸易试验区清单，以及不存在的检查。

**为何重要。** 写错的名称等于没有申报：本来所指的字段仍按原有标注处理。

**如何处置。** 更正名称。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.names import ColumnName
from kuajing.source.location import Location


def _run(analysis: Analysis) -> Iterator[Finding]:
    named = set(_columns(analysis))
    known = {dataset.name: dataset for dataset in analysis.estate.datasets}
    places = {location for _, location in named}
    for column, location in sorted(named):
        dataset = known.get(column.dataset)
        # What only the declaration names has no place but the declaration's own.
        seen = {one.name for one in dataset.columns if not set(one.locations) <= places} if dataset else set()
        if column not in seen and (seen or (dataset is not None and dataset.complete)):
            yield _finding("column", str(column), location)
    for name, location in _datasets(analysis):
        yield _finding("dataset", name, location)
    for text, location in analysis.unknown_words:
        kind, _, word = text.partition(":")
        yield _finding(kind, word, location)


def _datasets(analysis: Analysis) -> Iterator[tuple[str, Location]]:
    """Declared datasets that no source, flow or grant knows, in an estate that has sources to know them."""
    declared_in = {declared.location.path for _, declared in analysis.estate.declared}
    used = {end.dataset for move in analysis.estate.moves for end in (move.source, move.target)}
    used |= {influence.target for influence in analysis.estate.influences}
    used |= {access.dataset for access in analysis.estate.accesses}
    used |= {
        name for bound in analysis.estate.flows for name in (*bound.sources, bound.target) if name is not None
    }
    defined = {
        dataset.name
        for dataset in analysis.estate.datasets
        if any(location.path not in declared_in for location in dataset.locations)
    }
    for name, declared in analysis.estate.declared:
        if analysis.read and name not in used | defined:
            yield declared.name, declared.location


def _columns(analysis: Analysis) -> Iterator[tuple[ColumnName, Location]]:
    """Every column that the declaration names in a certain dataset."""
    for name, declared in analysis.estate.declared:
        yield from ((name.column(column), location) for column, _, location in declared.columns)
        for entry in declared.anonymised:
            yield from ((name.column(column), entry.location) for column in entry.columns)
    for bound in analysis.estate.flows:
        for source in bound.sources if len(bound.sources) == 1 else ():
            yield from ((source.column(column), bound.flow.location) for column in bound.flow.columns)
    for access in analysis.estate.accesses:
        yield from ((access.dataset.column(column), access.location) for column in access.columns)


def _finding(kind: str, name: str, location: Location) -> Finding:
    return Finding(
        check=CHECK.name,
        nature=Nature.NOTICE,
        level=CHECK.level,
        subject=name,
        location=location,
        message=f"finding.unmatched_{kind}",
        mend=f"mend.unmatched_{kind}",
        values=(("name", name),),
    )


CHECK = Check("unmatched-name", Level.WARN, _run, __doc__)
