"""Texts that are Flink CDC pipelines, and scripts and pages that hold some, to facts at their places in the file."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from kuajing.embedded import Block, blocks
from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.beside import placed, shapes_beside, sql_beside
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.flink_cdc.documents import pipeline_of
from kuajing.readers.flink_cdc.facts import MECHANISM, account_of, unread_of
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.documents import Document, documents_of
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Sequence
from kuajing.source.text import SourceText

_ENDINGS = frozenset({".yaml", ".yml"})
_HOSTS = frozenset({"", ".bash", ".ksh", ".markdown", ".md", ".mdx", ".sh", ".zsh"})
_LANGUAGES = frozenset({"text", "yaml"})
_SOURCE, _SINK, _RULES = (
    re.compile(rf"^[\"']?(?:{name})[\"']?[ \t]*:(?:[ \t]*(?:\{{.*|#.*)?$)", re.MULTILINE)
    for name in ("source", "sink", "transform|route|pipeline")
)
_TYPE = re.compile(
    r"(?:^[ \t]+(?:-[ \t]+)?|\{[ \t]*|,[ \t]*)[\"']?type[\"']?[ \t]*:[ \t]*[\"'$\w]", re.MULTILINE
)
_OTHER = re.compile(
    r"^[\"']?(?:apiVersion|kuajing|spring|services|sources|sinks|on|stages)[\"']?\s*[:：]", re.MULTILINE
)


def recognises(path: str, text: str) -> bool:
    """Whether a text is a pipeline, or a script or page that holds one."""
    ending = PurePosixPath(path.lower()).suffix
    if "type" not in text or ("source" not in text and "sink" not in text):
        return False
    return is_pipeline(text) if ending in _ENDINGS else ending in _HOSTS and bool(_pipelines_in(path, text))


def is_pipeline(text: str) -> bool:
    """Whether a YAML text is a pipeline: a source and a sink with their types, or one of them beside rules."""
    has = [pattern.search(text) is not None for pattern in (_SOURCE, _SINK, _RULES)]
    return sum(has) > 1 and any(has[:2]) and _TYPE.search(text) is not None and not _OTHER.search(text)


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """A pipeline tells no shapes; SQL beside it in a script may."""
    if PurePosixPath(text.path.lower()).suffix not in _ENDINGS:
        yield from shapes_beside(text, context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every pipeline, what stayed unread of it, and how the text fared as a whole."""
    fates: Counter[str] = Counter()
    if PurePosixPath(text.path.lower()).suffix in _ENDINGS:
        found = tuple(_pipelines(text, context, catalogue, fates, is_disabled=False))
        if sum(fates.values()) == fates["closed"] and found and isinstance(found[0], UnreadFact):
            yield replace(found[0], grain="file")
            return
        yield from found
    else:
        for block in _pipelines_in(text.path, text.text):
            inside = replace(text, text=block.text)
            for fact in _pipelines(inside, context, catalogue, fates, is_disabled=block.is_documentation):
                yield placed(fact, block)
        yield from sql_beside(text, context, catalogue, fates)
    unread = fates["unread"] + fates["closed"]
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], unread, fates["idle"])


def _pipelines(
    text: SourceText, context: SourceContext, catalogue: Catalogue, fates: Counter[str], *, is_disabled: bool
) -> Iterator[Fact]:
    """The facts of every document of a YAML text; one that is no pipeline counts as closed."""
    for found in documents_of(text.path, text.text):
        if not isinstance(found, Document):
            fates["closed"] += 1
            reason = "unread.flink_cdc_template" if found.is_template else "unread.flink_cdc_yaml"
            yield UnreadFact(found.location, reason, "statement")
        elif not isinstance(found.node, Mapping) or not all(
            isinstance(found.node.get(side), Mapping | Sequence) for side in ("source", "sink")
        ):
            fates["closed"] += 1
            yield UnreadFact(Location(text.path), "unread.flink_cdc_one_end", "statement")
        else:
            account = account_of(pipeline_of(found.node, is_disabled=is_disabled), context, catalogue)
            fates += account.fates
            yield from account.facts
            yield from unread_of(account)


def facts_of(text: SourceText, context: SourceContext, catalogue: Catalogue) -> tuple[Fact, ...]:
    """What a pipeline moves and what of it stayed unread, for formats that hold one."""
    found = _pipelines(text, context, catalogue, Counter(), is_disabled=False)
    return tuple(replace(one, grain="part") if isinstance(one, UnreadFact) else one for one in found)


def _pipelines_in(path: str, text: str) -> tuple[Block, ...]:
    if _SOURCE.search(text) is None and not re.search(r"^[ \t]+source[ \t]*:", text, re.MULTILINE):
        return ()
    return tuple(
        block
        for block in blocks(path, text).blocks
        if block.language in _LANGUAGES and is_pipeline(block.text)
    )
