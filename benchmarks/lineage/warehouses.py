"""How much of three public warehouses stays unread: the real files, by all of kuajing's own readers.

A file that no reader recognises holds no statements yet; readers of SQL inside other files count here once they exist.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.lineage.real_sql import filled

from kuajing.messages import message
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers import READERS
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText
from kuajing.source.workspace import Workspace

WANTED = 0.03
WAREHOUSES = (
    ("snowflake", "mattermost-data-warehouse", False),
    ("snowflake", "mattermost-data-warehouse", True),
    ("hive", "gmall_datawarehouse", False),
    ("flink", "data-warehouse-learning", False),
)
"""One built with dbt, two Chinese ones of Hive and Flink, as they lie under `corpora`.

What dbt would run is its models with their templates filled in, so that is what the first one is measured by.
"""


def print_warehouses(corpora: Path) -> bool:
    """The share of unread statements in each warehouse, each with its reason and place; whether all are small."""
    holds = True
    for dialect, name, is_filled in WAREHOUSES:
        facts = _facts(corpora / dialect / name, dialect, is_filled=is_filled)
        read = [fact for fact in facts if isinstance(fact, ReadFact)]
        fates = {
            fate: sum(getattr(fact, fate) for fact in read)
            for fate in ("resolved", "partial", "idle", "unread")
        }
        share = fates["unread"] / max(1, sum(fates.values()))
        holds &= share <= WANTED or ((dialect, name, True) in WAREHOUSES and not is_filled)
        how = "its templates filled in" if is_filled else "as it stands"
        print(
            f"{name} ({dialect}, {how}): {len(read)} files by {dict(Counter(fact.reader for fact in read))}"
        )
        print(f"  statements: {fates}; unread {share:.1%}, wanted at most {WANTED:.0%}")
        print("\n".join(_unread(facts)))
    return holds


def _facts(folder: Path, dialect: str, *, is_filled: bool) -> tuple[Fact, ...]:
    """All that the readers say of the files they recognise, in the warehouse's own dialect."""
    workspace = Workspace(folder)
    texts = [
        replace(text, text=filled(text.text)) if is_filled else text
        for text in (workspace.read(file.path) for file in workspace.files())
        if isinstance(text, SourceText) and any(one.recognises(text.path, text.text) for one in READERS)
    ]
    return read_sources(texts, (SourceRule(("**",), Location(""), dialect=dialect),), {})


def _unread(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        if isinstance(fact, UnreadFact) and fact.grain != "part":
            place = f"{fact.location.path}:{fact.location.line}"
            yield f"  {place}  {message(fact.reason, 'en', fact.values)}"
