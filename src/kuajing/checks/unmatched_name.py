"""A name in the declaration meets nothing.

**What it does.** Reports declared columns that no source knows, categories that are not in the vocabulary, and checks
that do not exist.

**Why it matters.** A mistyped name silently declares nothing: the column it was meant for keeps its own label.

**What to do.** Correct the name.
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.source.location import Location


def _run(analysis: Analysis) -> Iterator[Finding]:
    known = {dataset.name: dataset for dataset in analysis.estate.datasets}
    for name, declared in analysis.estate.declared:
        dataset = known.get(name)
        columns = {column.name.column for column in dataset.columns} if dataset else set()
        said = [(column, location) for column, _, location in declared.columns]
        said += [(column, one.location) for one in declared.anonymised for column in one.columns]
        if dataset is None or not dataset.columns:
            continue
        for column, location in said:
            if column.lower() not in columns:
                yield _finding("column", f"{declared.name}.{column}", location)
    for text, location in analysis.unknown_words:
        kind, _, word = text.partition(":")
        yield _finding(kind, word, location)


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


CHECK = Check("unmatched-name", Level.WARN, _run)
