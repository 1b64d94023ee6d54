"""Jobs that a map holds as files of their own, SQL scripts and Flink CDC pipelines, as facts at their true lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kuajing.model.facts import Fact, InfluenceFact, MoveFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.flink_cdc.texts import facts_of, is_pipeline
from kuajing.readers.kubernetes.held import shift
from kuajing.readers.kubernetes.manifests import Thing, inside, text_of
from kuajing.readers.seams import SourceContext
from kuajing.readers.sql import Script, movement_of, structure_of
from kuajing.source.nodes import Scalar
from kuajing.source.text import SourceText

_SQL = ".sql"
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class HeldJob:
    """A job under a key of a map, with how far its lines and columns are from those of a file of its own."""

    text: SourceText
    is_sql: bool
    lines: int
    columns: int

    def script(self) -> Script:
        """The job as a script."""
        return Script(self.text, host_place=lambda line, column: (line + self.lines, column + self.columns))

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
                place = fact.location
                place = replace(place, line=place.line + self.lines, column=place.column + self.columns)
                yield replace(fact, location=place)


def is_job(name: str, held: Scalar) -> bool:
    """Whether what stands under a key is a job."""
    name = name.lower()
    return name.endswith(_SQL) or (name.endswith(_YAML) and is_pipeline(text_of(held)))


def jobs_in(thing: Thing, text: SourceText, lines: Sequence[str]) -> Iterator[HeldJob]:
    """The jobs of a map; `lines` are those of its file."""
    data = inside(thing.node, "data") if thing.kind == "ConfigMap" else None
    for key, value in data.entries if data is not None else ():
        if isinstance(value, Scalar) and is_job(key.text, value):
            content = text_of(value)
            is_sql = key.text.lower().endswith(_SQL)
            yield HeldJob(replace(text, text=content), is_sql, *shift(value, content, lines))
