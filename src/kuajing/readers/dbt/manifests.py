"""A manifest or catalogue as facts: tables with their columns, what each model reads, and who is shown it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kuajing.addresses import read_address
from kuajing.embedded.block import Target
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    AliasFact,
    ColumnFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Running,
    TableFact,
    Transform,
    UnreadFact,
)  # fmt: skip
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.dbt.adapters import adapter_named
from kuajing.readers.dbt.comments import clean, comment_of
from kuajing.readers.dbt.exposures import NOT_A_NAME, about, shown
from kuajing.readers.dbt.profiles import Output
from kuajing.readers.dbt.resources import Resource, resources_of, stored
from kuajing.readers.embedded_sql import script_of
from kuajing.readers.held import Held, entries, items, member, words
from kuajing.readers.places import dataset_at
from kuajing.readers.seams import SourceContext
from kuajing.readers.sql import movement_of
from kuajing.source.nodes import Node
from kuajing.source.text import SourceText

MECHANISM = "dbt"

_LONGEST = 8192
_MOVING = re.compile(
    r"\b(?:insert|copy|unload|create|export|call|merge|put|select\s.+\binto)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Project:
    """What is known of a project beside its manifest: its name, its adapter, and where it runs."""

    name: str
    adapter: str = ""
    output: Output | None = None

    def mention(self, path: tuple[str, ...], context: SourceContext) -> DatasetMention:
        """A table of the project: on the system that its files are said to be of, else where its profile connects to."""
        endpoint = self.endpoint(path, context)
        return DatasetMention(
            path, context.rule.system if endpoint is None and context.rule else None, endpoint
        )

    def endpoint(self, path: tuple[str, ...], context: SourceContext) -> Endpoint | None:
        """Where a table of the project is kept; None where the rule for the file names the system."""
        if context.rule is not None and context.rule.system is not None:
            return None
        known = self.output.endpoint if self.output is not None else None
        if self.adapter == "bigquery" and len(path) > 2:  # noqa: PLR2004  project, dataset and table
            there = read_address(f"bigquery://{path[0]}")
            return replace(there, region=known.region, provider=known.provider) if known else there
        return known or read_address(f"conn:{NOT_A_NAME.sub('_', self.name)}")

    def running(self, *, disabled: bool = False) -> Running:
        """How what the project says runs."""
        return Running(disabled, self.output.name if self.output is not None else "")


def manifest_facts(
    text: SourceText, node: Node, project: Project, context: SourceContext, catalogue: Catalogue
) -> Iterator[Fact]:
    """The facts of a manifest, and how its models fared."""
    known = resources_of(node)
    reading = _Manifest(Held.whole(text), known, project, context, catalogue)
    fates: Counter[str] = Counter()
    for one in known.values():
        if one.path:
            yield from reading.table(one)
        if one.kind == "exposure":
            facts, of_one = reading.exposure(one)
        elif one.is_made:
            facts, of_one = reading.made(one)
        else:
            facts, of_one = (), Counter()
        yield from dict.fromkeys(facts)
        fates += of_one
    idle = fates["no_movement"] + fates["idle"] or int(not fates)
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], idle)


def catalog_facts(text: SourceText, node: Node, project: Project, context: SourceContext) -> Iterator[Fact]:
    """The tables of a catalogue, each with all its columns in order."""
    count = 0
    for group in ("nodes", "sources"):
        for _, one in entries(member(node, group)):
            said = member(one, "metadata")
            outer = (words(member(said, key)) for key in ("database", "schema", "name"))
            path = tuple(part for part in outer if part)
            columns = _columns(one, by_index=True)
            if path and columns:
                count += 1
                comment = clean(words(member(said, "comment")))
                mention = project.mention(path, context)
                yield TableFact(mention, columns, one.location, complete=True, comment=comment)
    yield ReadFact(text.path, MECHANISM, 0, 0, 0, count or 1)


@dataclass(frozen=True, slots=True)
class _Manifest:
    """One manifest with what it is read with."""

    held: Held
    known: Mapping[str, Resource]
    project: Project
    context: SourceContext
    catalogue: Catalogue

    def table(self, one: Resource) -> Iterator[Fact]:
        """The columns that are described, not all that there are; a place outside the store that a source stands for."""
        if one.disabled:
            return
        columns = _columns(one.node, by_index=False)
        mention = self._mention(one)
        yield TableFact(mention, columns, one.location, complete=False, comment=one.comment)
        address = words(member(one.node, "external", "location"))
        if "://" in address and "{{" not in address:
            yield AliasFact(mention, dataset_at(read_address(address), one.path[-1:]), one.location)

    def made(self, one: Resource) -> tuple[tuple[Fact, ...], Counter[str]]:
        """What reaches the table of a model: by its query, else everything of what it names."""
        hooks = tuple(self._hooks(one))
        code = self.held.inside(one.code) if one.language == "sql" else None
        if code is None:
            reason = "unread.dbt_python" if one.language == "python" else "unread.dbt_uncompiled"
            moves = self._stars(one, self._mention(one))
            if one.disabled or not moves:
                return (*moves, *hooks), Counter(idle=1)
            told = UnreadFact(one.location, reason, "part", (("model", one.name),))
            return (*moves, told, *hooks), Counter(partial=1)
        facts, fates = self._query(one, code)
        if fates["unread"]:
            facts = (*facts, *self._stars(one, self._mention(one)))
        if one.disabled:
            return (*facts, *hooks), Counter(idle=1)
        if hooks:
            fates = Counter({**fates, "resolved": 0, "partial": fates["partial"] + fates["resolved"]})
        return (*facts, *hooks), fates

    def exposure(self, one: Resource) -> tuple[tuple[Fact, ...], Counter[str]]:
        """Who is shown data: a dashboard, a notebook, a model of learning, an application."""
        target = shown(one.node, one.name)
        moves = self._stars(one, target)
        table = TableFact(target, (), one.location, complete=False, comment=about(one.node))
        if moves:
            return (table, *moves), Counter(idle=1) if one.disabled else Counter(resolved=1)
        told = UnreadFact(one.location, "unread.dbt_exposure", "statement", (("name", clean(one.name)),))
        return (table, told), Counter(unread=1)

    def _query(self, one: Resource, code: Held) -> tuple[tuple[Fact, ...], Counter[str]]:
        adapter = adapter_named(self.project.adapter)
        end = len(code.text.rstrip().rstrip(";"))
        target = Target(".".join(f"{adapter.quote}{part}{adapter.quote}" for part in one.path))
        block = code.of(code.placed.part(0, end)).block("sql", adapter.dialect, target).defining()
        script = script_of(block, self.held.source())
        script = replace(script, endpoint=self.project.endpoint(one.path, self.context))
        found, fates = movement_of(script, self.context, self.catalogue, MECHANISM)
        running = self.project.running(disabled=one.disabled)
        facts = (replace(fact, running=running) if isinstance(fact, MoveFact) else fact for fact in found)
        if one.disabled:
            # What is switched off makes no table and leaves nothing open.
            facts = (fact for fact in facts if not isinstance(fact, TableFact | UnreadFact | InfluenceFact))
        return tuple(facts), fates

    def _stars(self, one: Resource, target: DatasetMention) -> tuple[MoveFact, ...]:
        running = self.project.running(disabled=one.disabled)
        return tuple(
            MoveFact(
                self._mention(source), ALL_COLUMNS, target, ALL_COLUMNS, Transform.IDENTITY, one.location,
                MECHANISM, running=running,
            )
            for source in stored(one.needs, self.known)
            if source.id != one.id
        )  # fmt: skip

    def _mention(self, one: Resource) -> DatasetMention:
        return self.project.mention(one.path, self.context)

    def _hooks(self, one: Resource) -> Iterator[UnreadFact]:
        """Statements beside the query that may move data: they are templates still, and are told."""
        for key in ("pre-hook", "post-hook"):
            for hook in items(member(one.node, "config", key)):
                if not one.disabled and _MOVING.search(
                    (words(member(hook, "sql")) or words(hook))[:_LONGEST]
                ):
                    yield UnreadFact(hook.location, "unread.dbt_hook", "part", (("model", one.name),))


def _columns(node: Node, *, by_index: bool) -> tuple[ColumnFact, ...]:
    found = [
        (_index(one), ColumnFact(name, one.location, _type(one), _comment(one)))
        for key, one in entries(member(node, "columns"))
        if (name := words(member(one, "name")) or key)
    ]
    return tuple(column for _, column in (sorted(found, key=lambda pair: pair[0]) if by_index else found))


def _index(node: Node) -> int:
    said = words(member(node, "index"))
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0  # noqa: PLR2004  no such table


def _type(node: Node) -> str:
    return clean(words(member(node, "type")) or words(member(node, "data_type")))


def _comment(node: Node) -> str:
    return " ".join(filter(None, (comment_of(node), clean(words(member(node, "comment"))))))
