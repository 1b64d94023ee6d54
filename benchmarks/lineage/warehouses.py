"""How much of public warehouses stays unread: the real files, by all of kuajing's own readers, as a user's run reads them.

A dbt model is the statement that creates its table, macros are definitions; SQL in scripts, programs and templates counts
where it stands. Statements of tests count as such that move nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

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
    ("snowflake", "mattermost-data-warehouse"),
    ("hive", "gmall_datawarehouse"),
    ("flink", "data-warehouse-learning"),
)
"""One built with dbt, two Chinese ones of Hive and Flink, as they lie under `corpora`."""
_FATES = {"resolved": "resolved", "partial": "partial", "idle": "moving nothing", "unread": "unread"}


def print_warehouses(corpora: Path, others: Iterable[str] = ()) -> bool:
    """The share of unread statements in each warehouse, each with its reason and place; whether all are small.

    `others` are further ones as `DIALECT/REPOSITORY`.
    """
    more = (tuple(one.split("/", 1)) for one in others)
    held = [_print_warehouse(corpora / dialect / name, dialect) for dialect, name in (*WAREHOUSES, *more)]
    return all(held)


def _print_warehouse(folder: Path, dialect: str) -> bool:
    texts, facts = _facts(folder, dialect)
    read = [fact for fact in facts if isinstance(fact, ReadFact)]
    fates = {fate: sum(getattr(fact, fate) for fact in read) for fate in _FATES}
    total = sum(fates.values())
    share = fates["unread"] / max(1, total)
    readers = Counter(_reader_of(text) for text in texts)
    print(f"{folder.name} ({dialect}): {len(texts)} files, by {dict(readers)}")
    told = ", ".join(f"{fates[fate]} {word}" for fate, word in _FATES.items())
    print(f"  {total} statements: {told}; unread {share:.1%}, wanted at most {WANTED:.0%}")
    parts = Counter(fact.reason for fact in facts if isinstance(fact, UnreadFact) and fact.grain == "part")
    print(f"  reasons of what is partial: {dict(parts.most_common())}")
    print("\n".join(_unread(facts)))
    return share <= WANTED


def _facts(folder: Path, dialect: str) -> tuple[list[SourceText], tuple[Fact, ...]]:
    """The files that a reader recognises, and all that the readers say of them in the warehouse's own dialect."""
    workspace = Workspace(folder)
    texts = [
        text
        for text in (workspace.read(file.path) for file in workspace.files())
        if isinstance(text, SourceText) and _reader_of(text)
    ]
    return texts, read_sources(texts, (SourceRule(("**",), Location(""), dialect=dialect),), {})


def _reader_of(text: SourceText) -> str:
    return next((one.name for one in READERS if one.recognises(text.path, text.text)), "")


def _unread(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Every statement or file that stayed unread, those of one reason together."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, UnreadFact) and fact.grain != "part":
            said = message(fact.reason, "en", fact.values)
            places[said].append(f"    {fact.location.path}:{fact.location.line}")
    for said, found in sorted(places.items()):
        yield "\n".join([f"  {len(found)} unread: {said}", *found])
