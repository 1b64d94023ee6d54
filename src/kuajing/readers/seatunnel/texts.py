"""Texts that are SeaTunnel jobs, and scripts and documents that hold some, to facts at their places in the file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from kuajing.embedded import Block, blocks
from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.beside import placed, shapes_beside, sql_beside
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.seams import SourceContext
from kuajing.readers.seatunnel.facts import Outcome, outcome_of
from kuajing.readers.seatunnel.jobs import has_sections, is_job
from kuajing.readers.seatunnel.sinks import MECHANISM
from kuajing.source.text import SourceText

_ENDINGS = frozenset({"", ".conf", ".config", ".example", ".hocon", ".json", ".sample", ".template", ".tmpl"})
_HOSTS = frozenset({"", ".bash", ".ksh", ".markdown", ".md", ".mdx", ".rst", ".sh", ".zsh"})
_LANGUAGES = frozenset({"conf", "json", "properties", "text"})


def recognises(path: str, text: str) -> bool:
    """Whether a text is a SeaTunnel job, or a script or document that holds one."""
    if not has_sections(text):
        return False
    return _is_whole(path, text) or bool(_jobs_in(path, text))


def looks_deep(path: str, text: str) -> bool:
    """Whether a text has to be looked through to tell whether it holds a job."""
    return PurePosixPath(path.lower()).suffix in _HOSTS and has_sections(text) and not _is_whole(path, text)


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """A job names the columns it moves, not all that a table has; SQL beside it in a script may define tables."""
    if not _is_whole(text.path, text.text):
        yield from shapes_beside(text, context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every job, what stayed unread of it, and how the text fared as a whole."""
    fates: Counter[str] = Counter()
    if _is_whole(text.path, text.text):
        outcome = outcome_of(text, context, catalogue)
        if isinstance(outcome, UnreadFact):
            yield outcome
            return
        fates += outcome.fates
        yield from outcome.facts
    else:
        for block in _jobs_in(text.path, text.text):
            inside = replace(text, text=block.text)
            outcome = outcome_of(inside, context, catalogue, is_disabled=block.is_documentation)
            fates += outcome.fates if isinstance(outcome, Outcome) else Counter(unread=1)
            yield from (placed(fact, block) for fact in _facts(outcome))
        yield from sql_beside(text, context, catalogue, fates)
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


def _is_whole(path: str, text: str) -> bool:
    ending = PurePosixPath(path.lower()).suffix
    return ending in _ENDINGS and not text.startswith("#!") and is_job(text, is_json=ending == ".json")


def _jobs_in(path: str, text: str) -> tuple[Block, ...]:
    if PurePosixPath(path.lower()).suffix not in _HOSTS:
        return ()
    return tuple(
        block
        for block in blocks(path, text).blocks
        if block.language in _LANGUAGES and is_job(block.text, is_json=block.language == "json")
    )


def _facts(outcome: Outcome | UnreadFact) -> tuple[Fact, ...]:
    return (replace(outcome, grain="statement"),) if isinstance(outcome, UnreadFact) else outcome.facts
