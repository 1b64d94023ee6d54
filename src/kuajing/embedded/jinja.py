"""SQL with Jinja in it, dbt models among them, to one block for each reading of its branches."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from kuajing.embedded.block import Draft, Drafts, Note, Target
from kuajing.embedded.jinja_flat import Flattening, choices_in
from kuajing.embedded.jinja_tags import Tag
from kuajing.embedded.jinja_tree import Nest, TooDeep, read_tree
from kuajing.embedded.markers import clause_notes
from kuajing.embedded.placed import Placed, literal
from kuajing.embedded.python_literals import OPENING, literal_at
from kuajing.embedded.statement_shape import is_statement
from kuajing.embedded.ways import ways

_ENDINGS = frozenset({".sql", ".hql", ".ddl"})
_JINJA_ENDINGS = (".j2", ".jinja", ".jinja2")
_TAG = re.compile(r"\{%|\{\{")
_OF_DBT = re.compile(r"\{\{-?\s*(?:ref|source|config)\s*\(|\{%-?\s*snapshot\b")
_THIS = re.compile(r"\{\{-?\s*this\s*-?\}\}")
_QUERY = re.compile(
    r"(?:\s|--[^\n]*\n|/\*(?:[^*]|\*(?!/))*+\*/)*+[(]*\s*(?:select|with|from)\b", re.IGNORECASE
)
_GIVEN = re.compile(r"\b(alias|schema|target_schema|materialized)\s*=\s*(?:'([^'{}\n]*)'|\"([^\"{}\n]*)\")")
_NOT_MODELS = frozenset({"tests", "analyses", "analysis", "macros"})
_CHANGES = re.compile(r"\s*(?:insert|merge|update|delete|create|copy|unload|export|grant)\b", re.IGNORECASE)


def is_jinja_sql(path: str, text: str) -> bool:
    """Whether a text is SQL that Jinja fills in."""
    name = PurePosixPath(path.lower()).name
    stem = name.removesuffix(next((ending for ending in _JINJA_ENDINGS if name.endswith(ending)), ""))
    is_sql = PurePosixPath(stem).suffix in _ENDINGS
    if stem != name:
        return is_sql or (PurePosixPath(stem).suffix == "" and is_statement(text))
    return is_sql and _TAG.search(text) is not None


def jinja_drafts(path: str, text: str) -> Drafts:
    """The blocks of a Jinja text."""
    try:
        contents = read_tree(text)
    except TooDeep as refusal:
        return Drafts(notes=(Note(refusal.at, "unread.embedded_too_deep"),))
    snapshots = [one for one in contents if isinstance(one, Nest) and one.tag.word == "snapshot"]
    drafts: list[Draft] = []
    for snapshot in snapshots:
        of_snapshot = _target(snapshot.branches[0].contents, snapshot.tag.rest, "snapshot")
        drafts += _readings(text, snapshot.branches[0].contents, of_snapshot)
    rest = [one for one in contents if one not in snapshots] if snapshots else contents
    target = _target_of_file(path, text, contents)
    drafts += _readings(text, rest, target)
    drafts += _of_strings(text, contents, target)
    return Drafts(
        tuple(sorted(drafts, key=lambda draft: draft.placed.offset(0))), tuple(_macros(text, contents))
    )


def _target_of_file(path: str, text: str, contents: list[Tag | Nest]) -> Target | None:
    parts = PurePosixPath(path.lower()).parts
    is_model = "models" in parts or (_OF_DBT.search(text) is not None and not _NOT_MODELS & set(parts))
    return _target(contents, PurePosixPath(path).name.split(".")[0], None) if is_model else None


def _target(contents: list[Tag | Nest], name: str, materialized: str | None) -> Target:
    """The table that a model becomes, by its name and by what its `config` says in literal words."""
    given: dict[str, str] = {}
    for tag in contents:
        if isinstance(tag, Tag) and tag.kind == "expression" and tag.inner.startswith("config"):
            given |= {key: one or other for key, one, other in _GIVEN.findall(tag.inner)}
    schema = given.get("schema") or given.get("target_schema")
    return Target(given.get("alias") or name, schema, given.get("materialized") or materialized)


def _readings(text: str, contents: list[Tag | Nest], target: Target | None) -> Iterator[Draft]:
    """A block for each reading that differs from those before, and one for each text that stands apart."""
    taken, is_whole = ways(choices_in(contents))
    rest = () if is_whole else (Note(0, "unread.embedded_alternatives", (("count", str(len(taken))),)),)
    readings: dict[str, Draft] = {}
    apart: dict[str, Draft] = {}
    for way in taken:
        flattening = Flattening(text, target.table if target is not None else None, way)
        placed = flattening.flat(contents).stripped()
        for word, found in flattening.apart:
            bare = found.stripped()
            if is_statement(bare.text):
                apart.setdefault(bare.text, Draft("sql", bare, name=word, notes=clause_notes(bare)))
        if placed.text:
            is_query = target is not None and _QUERY.match(placed.text) is not None
            told = {note.at for note in flattening.notes.values()}
            clauses = (note for note in clause_notes(placed) if note.at not in told)
            notes = tuple(sorted({*flattening.notes.values(), *clauses, *rest}))
            readings.setdefault(
                placed.text, Draft("sql", placed, target=target if is_query else None, notes=notes)
            )
    for number, draft in enumerate(readings.values(), start=1):
        yield replace(draft, alternative=(number, len(readings)) if len(readings) > 1 else None)
    yield from apart.values()


def _of_strings(text: str, contents: list[Tag | Nest], target: Target | None) -> Iterator[Draft]:
    """Whole statements in strings within tags: hooks, and queries that are asked while the text is filled in."""
    for tag in _all_tags(contents):
        if tag.kind not in {"expression", "statement"}:
            continue
        at = tag.begin
        while (opening := OPENING.search(text, at, tag.end)) is not None:
            found = literal_at(text, opening.start())
            at = found.end if found is not None and found.end <= tag.end else opening.end()
            if found is not None and found.end <= tag.end and is_statement(found.placed.text):
                placed = found.placed.stripped()
                if target is not None:
                    placed = placed.replaced(_THIS, partial(_put, target.table))
                yield Draft("sql", placed, name="string", notes=clause_notes(placed))


def _put(name: str, _: re.Match[str]) -> str:
    return name


def _macros(text: str, contents: list[Tag | Nest]) -> Iterator[Note]:
    """A note for each macro whose text changes data: it is not known who calls it, and with what."""
    for nest in contents:
        if isinstance(nest, Nest) and nest.tag.word in {"macro", "materialization"}:
            body = _literal_of(text, nest)
            if _CHANGES.match(body.text) and is_statement(body.text):
                yield Note(
                    nest.tag.begin,
                    "unread.embedded_macro_body",
                    (("name", nest.tag.rest.split("(")[0][:60]),),
                )


def _literal_of(text: str, nest: Nest) -> Placed:
    flattening = Flattening(text, None, {})
    found = flattening.flat(nest.branches[0].contents)
    return found if found.text.strip() else literal(text, 0, 0)


def _all_tags(contents: list[Tag | Nest]) -> Iterator[Tag]:
    stack = list(reversed(contents))
    while stack:
        one = stack.pop()
        if isinstance(one, Tag):
            yield one
            continue
        yield one.tag
        stack += [inner for branch in reversed(one.branches) for inner in reversed(branch.contents)]
