"""SQL scripts and Flink CDC pipelines inside manifests, as files of a map or arguments of a job, as facts at their lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kuajing.model.facts import Fact, InfluenceFact, MoveFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.flink_cdc.texts import facts_of, is_pipeline
from kuajing.readers.kubernetes.held import shift
from kuajing.readers.kubernetes.manifests import Thing, containers_of, inside, pod_of, text_of
from kuajing.readers.seams import SourceContext
from kuajing.readers.sql import Script, movement_of, structure_of
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar
from kuajing.source.nodes import Sequence as Items
from kuajing.source.text import SourceText

_SQL = ".sql"
_YAML = (".yaml", ".yml")
_FLINK = frozenset({"FlinkDeployment", "FlinkSessionJob"})
_STATEMENT = re.compile(
    r"\b(?:create\s+(?:temporary\s+)?(?:table|view|catalog)|insert\s+(?:into|overwrite)|execute\s+statement)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeldJob:
    """A job inside a manifest, with how far its lines and columns are from those of a file of its own.

    `begin` is the one place that is known of a job whose lines the manifest folds into one.
    """

    text: SourceText
    is_sql: bool
    lines: int
    columns: int
    begin: Location | None = None

    def script(self) -> Script:
        """The job as a script."""
        return Script(self.text, host_place=self.place)

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Where a place of the job stands in the manifest."""
        if self.begin is not None:
            return self.begin.line, self.begin.column
        return line + self.lines, column + self.columns

    def shapes(self, context: SourceContext) -> Iterator[Fact]:
        """The tables that the job defines."""
        if self.is_sql:
            yield from structure_of(self.script(), context)

    def moves(self, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
        """What the job moves, and what of it stayed unread."""
        if self.is_sql:
            yield from movement_of(self.script(), context, catalogue)[0]
            return
        for fact in facts_of(self.text, context, catalogue):
            if isinstance(fact, MoveFact | InfluenceFact | UnreadFact):
                line, column = self.place(fact.location.line, fact.location.column)
                yield replace(fact, location=Location(fact.location.path, line, column))


def is_job(name: str, held: Scalar) -> bool:
    """Whether what stands under a key is a job."""
    name = name.lower()
    return name.endswith(_SQL) or (name.endswith(_YAML) and is_pipeline(text_of(held)))


def jobs_in(thing: Thing, text: SourceText, lines: Sequence[str]) -> Iterator[HeldJob]:
    """The jobs of a map, and those that a job of Flink is given; `lines` are those of its file."""
    if thing.kind in _FLINK:
        yield from _given(thing, text, lines)
    data = inside(thing.node, "data") if thing.kind == "ConfigMap" else None
    for key, value in data.entries if data is not None else ():
        if isinstance(value, Scalar) and is_job(key.text, value):
            content = text_of(value)
            is_sql = key.text.lower().endswith(_SQL)
            yield HeldJob(replace(text, text=content), is_sql, *shift(value, content, lines))


def may_hold(text: str) -> bool:
    """Whether a manifest may hold SQL, which is quickly seen."""
    return _SQL in text or ("Flink" in text and _STATEMENT.search(text) is not None)


def _given(thing: Thing, text: SourceText, lines: Sequence[str]) -> Iterator[HeldJob]:
    """The SQL that a job of Flink is given."""
    for one in _told(thing):
        content = text_of(one)
        if not isinstance(one, Scalar) or _STATEMENT.search(content) is None:
            continue
        moved = shift(one, content, lines)
        # What stands in quotes is folded into one line; only a block has the lines of a file of its own.
        is_block = moved[0] == one.location.line
        yield HeldJob(
            replace(text, text=content),
            is_sql=True,
            lines=moved[0],
            columns=moved[1],
            begin=None if is_block else one.location,
        )


def _told(thing: Thing) -> Iterator[Node | None]:
    """The arguments of a job and the variables of its containers."""
    job = inside(inside(thing.node, "spec"), "job")
    args = job.get("args") if job is not None else None
    yield from args.items if isinstance(args, Items) else ()
    for container in containers_of(pod_of(thing)):
        env = container.get("env")
        for one in env.items if isinstance(env, Items) else ():
            yield one.get("value") if isinstance(one, Mapping) else None
