"""What an adapter of Canal opens: where it takes changes from, and where it writes them."""

import re
from collections.abc import Callable, Iterator

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Fact, ReadFact, UnreadFact, UseFact
from kuajing.readers.canal.adapters import Adapter, Outer, adapter_for, safe_name
from kuajing.readers.canal.site import MECHANISM, Site
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.uses import opened_at
from kuajing.readers.spring.facts import facts_of as spring_facts_of
from kuajing.readers.spring.recognise import named
from kuajing.source.location import Location

Say = Callable[[Catalogue], Iterator[Fact]]
_OWN = re.compile(r"canal\.conf\.")


def facts_of_adapter(adapter: Adapter, site: Site, context: SourceContext) -> Say:
    """The stores that an adapter opens; which tables it copies, its mappings say."""

    def say(catalogue: Catalogue) -> Iterator[Fact]:
        del catalogue
        facts = tuple(_facts(adapter, site, context))
        yield from facts
        unread = any(isinstance(fact, UnreadFact) for fact in facts)
        idle = int(not unread and not facts)
        yield ReadFact(adapter.settings.path, MECHANISM, int(not unread and not idle), int(unread), 0, idle)

    return say


def _facts(adapter: Adapter, site: Site, context: SourceContext) -> Iterator[Fact]:
    path = adapter.settings.path
    application = named(path).module
    system = context.rule.system if context.rule is not None else None

    def use(endpoint: Endpoint, place: Location) -> UseFact:
        return UseFact(application, system, opened_at(endpoint, None), place, MECHANISM)

    broker = adapter.broker()
    if broker is not None:
        yield use(*broker)
    for _, endpoint, place in adapter.sources():
        yield use(endpoint, place)
    for outer in adapter.outers():
        if outer.endpoint is None:
            values = (("adapter", safe_name(outer.key or outer.name)),)
            yield UnreadFact(outer.location, "unread.canal_no_store", "part", values)
            continue
        yield use(outer.endpoint, outer.location)
        if not _has_mapping(outer, adapter, site):
            values = (("adapter", safe_name(outer.key or outer.name)),)
            yield UnreadFact(outer.location, "unread.canal_no_mapping", "part", values)
    others = tuple(one for name, one in adapter.settings.by_name.items() if not _OWN.match(name))
    for facts in spring_facts_of(path, [others], context):
        yield from facts


def _has_mapping(outer: Outer, adapter: Adapter, site: Site) -> bool:
    return any(
        outer in site.targets(mapping, adapter)
        for mapping in site.mappings
        if adapter_for(mapping.location.path, site.adapters) == adapter
    )
