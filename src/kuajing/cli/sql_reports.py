"""The SQL that a person names, read: each estate with what it declares, all files of one estate together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kuajing.cli.sql_files import Found
from kuajing.journey.declared_around import Declared
from kuajing.model.declaration import SourceRule
from kuajing.model.lineage import LineageReport, ReadText, TableName
from kuajing.readers.blocks import Blocks, blocks_of
from kuajing.readers.catalogue import no_system
from kuajing.readers.seams import SourceContext
from kuajing.readers.sql_together import Piece, ReadAll, read_together
from kuajing.readers.two_passes import given_by_rule
from kuajing.source.location import Location
from kuajing.source.text import SourceText, Unread

Schema = Mapping[TableName, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says of all texts; each wins over what a declaration or the text itself says."""

    dialect: str | None = None
    default_database: str | None = None
    default_schema: str | None = None
    known: Schema = field(default_factory=dict)

    def rule(self, rule: SourceRule | None) -> SourceRule | None:
        """A rule of a declaration, overruled where the person says something else."""
        if self.dialect is None and self.default_database is None and self.default_schema is None:
            return rule
        rule = rule or SourceRule((), Location(""))
        return replace(
            rule,
            dialect=self.dialect or rule.dialect,
            default_database=self.default_database or rule.default_database,
            default_schema=self.default_schema or rule.default_schema,
        )


@dataclass(slots=True)
class _Estate:
    """The files of one estate, or of none, each with its number among all files."""

    declared: Declared | None
    files: list[tuple[int, Found, SourceText, Blocks]] = field(default_factory=list)


def report_of(found: Iterable[Found], wanted: Wanted, read: ReadAll) -> LineageReport:
    """All that the texts say, in the order in which they were named."""
    unread: list[Unread] = []
    parts: list[Unread] = []
    texts: list[tuple[int, ReadText]] = []
    for estate in _by_estate(found, unread, parts):
        texts += _read(estate, wanted, read, parts)
    return LineageReport(
        tuple(text for _, text in sorted(texts, key=lambda one: one[0])), tuple(unread), tuple(sorted(parts))
    )


def _by_estate(found: Iterable[Found], unread: list[Unread], parts: list[Unread]) -> Sequence[_Estate]:
    """The estates with the files that hold SQL; what of any file cannot be read is added to the lists."""
    estates: dict[object, _Estate] = {}
    for number, one in enumerate(found):
        if isinstance(one.text, Unread):
            unread.append(one.text)
            continue
        is_sql = one.rule is not None and one.rule.dialect is not None
        held = blocks_of(one.text, is_named=one.is_named, is_sql=is_sql)
        # Where nothing at all was found in a file, its first fault is that of the whole file.
        whole = 0 if held.blocks else 1
        unread += held.unread[:whole]
        parts += held.unread[whole:]
        if one.text.doubtful and held.blocks:
            values = (("encoding", one.text.encoding),)
            parts.append(Unread(Location(one.text.path), "unread.encoding_doubtful", values))
        home = one.estate.root if one.estate else None
        estates.setdefault(home, _Estate(one.estate)).files.append((number, one, one.text, held))
    return tuple(estates.values())


def _read(
    estate: _Estate, wanted: Wanted, read: ReadAll, parts: list[Unread]
) -> Iterator[tuple[int, ReadText]]:
    pieces = tuple(_pieces(estate, wanted, parts))
    declared = estate.declared
    done = read_together(
        (piece for _, _, piece in pieces), wanted.known, read, declared.system_at if declared else no_system
    )
    for (number, path, _), one in zip(pieces, done, strict=True):
        parts += one.doubts
        if one.statements:
            yield number, ReadText(path, one.dialect, one.statements)


def _pieces(estate: _Estate, wanted: Wanted, parts: list[Unread]) -> Iterator[tuple[int, str, Piece]]:
    """Each block with its file's number and path, and what the declaration says of it."""
    declared = estate.declared
    values = declared.values if declared else ()
    system_at = declared.system_at if declared else no_system
    given = given_by_rule(((text.text, found.rule) for _, found, text, _ in estate.files), values, system_at)
    ungiven = declared.ungiven if declared else ()
    parts += [
        Unread(fact.location, fact.reason, fact.values)
        for fact in (*ungiven, *(fact for one in given.values() for fact in one.unread))
    ]
    functions = declared.functions if declared else {}
    for number, found, text, held in estate.files:
        context = SourceContext(wanted.rule(found.rule), functions, given[found.rule].values)
        for block in held.blocks:
            yield number, text.path, Piece(block, context)
