"""A file of settings as facts: which stores its application opens under which profile, and what stands elsewhere."""

from collections import Counter
from collections.abc import Iterator

from kuajing.model.facts import AliasFact, Fact, ReadFact, Running, TableFact, UnreadFact, UseFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.documents import Document, Fault, documents_of
from kuajing.readers.settings.own_values import OwnValues
from kuajing.readers.settings.properties import properties_of
from kuajing.readers.settings.setting import Setting, joined, settings_in
from kuajing.readers.settings.uses import Application, Placed, uses_of
from kuajing.readers.spring.centres import centres_in
from kuajing.readers.spring.profiles import application_named, parts_of
from kuajing.readers.spring.recognise import named
from kuajing.source.text import SourceText

MECHANISM = "spring"


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact | AliasFact]:
    """Settings tell no shapes."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The stores that the application opens, what stands elsewhere, and how the text fared as a whole."""
    del catalogue
    documents: list[tuple[Setting, ...]] = []
    faults: list[UnreadFact] = []
    for found in _documents(text):
        if isinstance(found, Fault):
            reason = "unread.spring_template" if found.is_template else "unread.spring_yaml"
            faults.append(UnreadFact(found.location, reason, "statement"))
        else:
            documents.append(found)
    if faults and not documents:
        yield UnreadFact(faults[0].location, faults[0].reason, "file")
        return
    yield from faults
    fates: Counter[str] = Counter({"unread": len(faults)})
    for facts in facts_of(text.path, documents, context):
        yield from facts
        fates[_fate(facts)] += 1
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


def facts_of(
    path: str,
    documents: list[tuple[Setting, ...]],
    context: SourceContext,
    application: str | None = None,
    placed: Placed | None = None,
) -> Iterator[tuple[UseFact | UnreadFact, ...]]:
    """The facts of each part of a file's settings; `application` is its name where the settings give none.

    `placed` tells of a host that only a network of its own knows which network it is.
    """
    said = named(path)
    name = application_named(documents, application or said.module)
    system = context.rule.system if context.rule is not None else None
    parts = tuple(parts_of(documents, said.profile))
    common = OwnValues(
        (one for part in parts if part.profile == said.profile for one in part.settings), context.values
    )
    for part in parts:
        running = Running(environment=part.profile)
        values = common.with_settings(part.settings)
        who = Application(name, system, MECHANISM, running)
        used = uses_of(who, part.settings, values, placed)
        yield (*used, *centres_in(part.settings))


def _documents(text: SourceText) -> Iterator[tuple[Setting, ...] | Fault]:
    if ".properties" in text.path.lower().rpartition("/")[2]:
        yield from (document for document in properties_of(text.path, text.text) if document)
        return
    for found in documents_of(text.path, text.text):
        yield joined(settings_in(found.node)) if isinstance(found, Document) else found


def _fate(facts: tuple[UseFact | UnreadFact, ...]) -> str:
    if any(isinstance(fact, UnreadFact) for fact in facts):
        return "partial"
    return "resolved" if facts else "idle"
