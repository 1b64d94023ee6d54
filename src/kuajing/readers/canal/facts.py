"""Files of Canal's as facts: each says its part, all files beside it taken into account."""

from collections.abc import Callable, Iterator, Mapping

from kuajing.model.facts import Fact, TableFact, UnreadFact
from kuajing.readers.canal.adapters import Adapter
from kuajing.readers.canal.adapting import facts_of_adapter
from kuajing.readers.canal.copying import facts_of_mapping
from kuajing.readers.canal.mappings import Mapped, mapped
from kuajing.readers.canal.recognise import Kind, kind_of
from kuajing.readers.canal.sending import facts_of_instance, facts_of_server
from kuajing.readers.canal.servers import instances_of
from kuajing.readers.canal.settings import Settings, settings_of
from kuajing.readers.canal.site import Site
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.documents import Document, Fault, documents_of
from kuajing.source.location import Location
from kuajing.source.text import SourceText

Say = Callable[[Catalogue], Iterator[Fact]]
Texts = tuple[tuple[SourceText, SourceContext], ...]


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact]:
    """Files of Canal's tell no shapes."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """What a file says, all files of Canal's beside it taken into account."""
    yield from dict.fromkeys(context.together[text.path](catalogue))


def together(texts: Texts) -> Mapping[str, Say]:
    """What each file says, by its path."""
    said: dict[str, Say] = {}
    settings: dict[str, tuple[Kind, Settings]] = {}
    mappings: dict[str, Mapped] = {}
    contexts = {text.path: context for text, context in texts}
    for text, context in texts:
        kind = kind_of(text.path, text.text)
        if kind is None:
            continue
        found = _mapped(text) if kind is Kind.MAPPING else settings_of(text, context.values)
        if isinstance(found, UnreadFact):
            said[text.path] = _only(found)
        elif isinstance(found, Fault):
            said[text.path] = _only(_unread(found))
        elif isinstance(found, Mapped):
            mappings[text.path] = found
        else:
            settings[text.path] = (kind, found)
    of_kind = {kind: [one for is_kind, one in settings.values() if is_kind is kind] for kind in Kind}
    site = Site(
        tuple(instances_of(of_kind[Kind.INSTANCE], of_kind[Kind.SERVER])),
        tuple(Adapter(one) for one in of_kind[Kind.ADAPTER]),
        tuple(mappings.values()),
    )
    for instance in site.instances:
        said[instance.settings.path] = facts_of_instance(instance, site)
    for server in of_kind[Kind.SERVER]:
        said[server.path] = facts_of_server(server)
    for adapter in site.adapters:
        said[adapter.settings.path] = facts_of_adapter(adapter, site, contexts[adapter.settings.path])
    for path, one in mappings.items():
        said[path] = facts_of_mapping(path, one, site, contexts[path])
    return said


def _mapped(text: SourceText) -> Mapped | Fault | UnreadFact:
    for found in documents_of(text.path, text.text):
        if not isinstance(found, Document):
            return found
        known = mapped(found.node, text.path)
        if known is not None:
            return known
    return UnreadFact(Location(text.path), "unread.canal_mapping", "file")


def _unread(fault: Fault) -> UnreadFact:
    reason = "unread.canal_template" if fault.is_template else "unread.canal_yaml"
    return UnreadFact(fault.location, reason, "file")


def _only(fact: Fact) -> Say:
    def say(catalogue: Catalogue) -> Iterator[Fact]:
        del catalogue
        yield fact

    return say
