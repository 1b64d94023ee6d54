"""Files of a Fides map as facts: tables with their categories, systems, and what goes between them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.fideslang.entries import FileOfMap, Note
from kuajing.readers.fideslang.flowing import flowing
from kuajing.readers.fideslang.holding import dataset_facts, system_facts
from kuajing.readers.fideslang.meaning import Meanings
from kuajing.readers.fideslang.parsing import file_of_map
from kuajing.readers.fideslang.whole_map import WholeMap, whole_map
from kuajing.readers.seams import SourceContext
from kuajing.source.text import SourceText

MECHANISM = "fideslang"
Say = Callable[[Catalogue], Iterator[Fact]]


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """A map lists the columns of a table in any order, so it tells no shapes."""
    del text, context
    yield from ()


def together(texts: tuple[tuple[SourceText, SourceContext], ...]) -> Mapping[str, Say]:
    """What each file says, with the entries of all of them in hand."""
    files = tuple((text.path, file_of_map(text), _system(context)) for text, context in texts)
    whole = whole_map((file, system) for _, file, system in files)
    return {path: partial(_page, path, file, whole, system) for path, file, system in files}


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """What this file of the map says."""
    yield from context.together[text.path](catalogue)


def _page(
    path: str, file: FileOfMap, whole: WholeMap, system: str | None, catalogue: Catalogue
) -> Iterator[Fact]:
    del catalogue
    if file.faults and not (file.datasets or file.systems or file.idle):
        yield UnreadFact(file.faults[0], "unread.fides_yaml", "file")
        return
    meanings = Meanings(whole.parents)
    fates: Counter[str] = Counter(idle=file.idle, unread=len(file.faults))
    for dataset in file.datasets:
        facts = (*dataset_facts(dataset, system, whole, meanings), *_notes(dataset.notes))
        yield from facts
        fates[_fate(facts, meanings)] += 1
    for one in file.systems:
        facts = (*system_facts(one, whole, meanings), *flowing(one, whole), *_notes(one.notes))
        yield from facts
        fates[_fate(facts, meanings)] += 1
    yield from (UnreadFact(place, "unread.fides_yaml", "statement") for place in file.faults)
    yield from _notes(file.notes)
    fates["unread"] += len(file.notes)
    yield from meanings.untold()
    yield ReadFact(path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


def _fate(facts: tuple[Fact, ...], meanings: Meanings) -> str:
    open_ends = meanings.has_new_gaps() or any(isinstance(fact, UnreadFact) for fact in facts)
    return "partial" if open_ends else "resolved"


def _notes(notes: tuple[Note, ...]) -> Iterator[UnreadFact]:
    for note in notes:
        yield UnreadFact(note.location, "unread.fides_shape", "part", (("where", note.where),))


def _system(context: SourceContext) -> str | None:
    return context.rule.system if context.rule is not None else None
