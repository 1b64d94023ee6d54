"""Terraform files, plans and states, and table mappings beside them, read together."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from kuajing.model.facts import Fact, ReadFact, TableFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.infrastructure.dms import dms_selection
from kuajing.readers.infrastructure.environments import environment_of_values
from kuajing.readers.infrastructure.expressions import Block
from kuajing.readers.infrastructure.hcl import parse_hcl
from kuajing.readers.infrastructure.json_syntax import parse_json_syntax
from kuajing.readers.infrastructure.modules import modules_of
from kuajing.readers.infrastructure.outside import calls_elsewhere, unknown_copies
from kuajing.readers.infrastructure.plans import is_plan, is_state, resources_in
from kuajing.readers.infrastructure.reading import Say, pages
from kuajing.readers.infrastructure.selections import as_mapping
from kuajing.readers.infrastructure.terraform import resources_of
from kuajing.readers.seams import SourceContext
from kuajing.source.location import Location
from kuajing.source.text import SourceText

MECHANISM = "terraform"

_MAPPING = re.compile(r'\A\s*\{\s*"rules"\s*:\s*\[')

Texts = tuple[tuple[SourceText, SourceContext], ...]


def recognises(path: str, text: str) -> bool:
    """Whether a text is Terraform's, or a table mapping of AWS DMS."""
    if path.endswith((".tf", ".tf.json", ".tfstate")):
        return True
    return path.endswith(".json") and (is_plan(text) or is_state(text) or is_mapping(text))


def is_mapping(text: str) -> bool:
    """Whether a text is a table mapping: rules at the root that say their type."""
    return bool(_MAPPING.match(text)) and '"rule-type"' in text


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact]:
    """Infrastructure tells no columns."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """What a file says, all files beside it taken into account."""
    yield from context.together[text.path](catalogue)


def together(texts: Texts) -> Mapping[str, Say]:
    """What each file says, by its path."""
    told: dict[str, Say] = {}
    parsed: dict[str, Block] = {}
    mappings = {text.path: text.text for text, _ in texts if is_mapping(text.text)}
    for text, _ in texts:
        if text.path in mappings:
            told[text.path] = _mapping(text, texts)
        elif text.path.endswith((".tf", ".tf.json")):
            block = parse_hcl(text) if text.path.endswith(".tf") else parse_json_syntax(text)
            if isinstance(block, Block):
                parsed[text.path] = block
            else:
                told[text.path] = _only(UnreadFact(block.location, block.reason, "file", block.values))
        else:
            told |= _document(text)
    given = {text.path.rpartition("/")[0]: context.values for text, context in texts if text.path in parsed}
    named = {
        text.path.rpartition("/")[0]: environment_of_values(context.rule.values)
        for text, context in texts
        if text.path in parsed and context.rule is not None
    }
    made, cut = resources_of(parsed, given, mappings, named)
    modules = modules_of(parsed)
    notes = chain(calls_elsewhere(modules), unknown_copies(modules), cut)
    told |= _with(notes, pages(made, parsed, MECHANISM))
    return told


def _document(text: SourceText) -> Mapping[str, Say]:
    found = resources_in(text)
    if isinstance(found, UnreadFact):
        return {text.path: _only(found)}
    return pages(found, (text.path,), MECHANISM)


def _with(notes: Iterator[UnreadFact], said: Mapping[str, Say]) -> Mapping[str, Say]:
    beside: dict[str, list[UnreadFact]] = {}
    for note in notes:
        beside.setdefault(note.location.path, []).append(note)

    def both(path: str, say: Say) -> Say:
        def spoken(catalogue: Catalogue) -> Iterator[Fact]:
            yield from beside.get(path, ())
            yield from say(catalogue)

        return spoken

    return {path: both(path, say) for path, say in said.items()}


def _only(fact: UnreadFact) -> Say:
    def say(catalogue: Catalogue) -> Iterator[Fact]:
        del catalogue
        yield fact

    return say


def _mapping(text: SourceText, texts: Texts) -> Say:
    """A mapping alone says which tables are taken, not from where to where: a task that names it does."""
    place = Location(text.path)
    chosen = dms_selection(as_mapping(text.text))
    if chosen is None:
        return _only(UnreadFact(place, "unread.infrastructure_mapping", "file"))
    name = text.path.rpartition("/")[2]
    is_named = any(name in one.text for one, _ in texts if one.path.endswith((".tf", ".tf.json")))
    tables = tuple(sorted({".".join(one.source) for one in chosen}))

    def say(catalogue: Catalogue) -> Iterator[Fact]:
        del catalogue
        if not is_named:
            yield UnreadFact(place, "unread.dms_without_task", "part", (("tables", ", ".join(tables)),))
        yield ReadFact(text.path, MECHANISM, 0, 0, 0, 1)

    return say
