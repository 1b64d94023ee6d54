"""All that is told of Canal under one root, and how its parts find each other."""

from dataclasses import dataclass

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.canal.adapters import Adapter, Outer, adapter_for, safe_name
from kuajing.readers.canal.mappings import Mapped
from kuajing.readers.canal.servers import Instance
from kuajing.readers.places import dataset_at

MECHANISM = "canal"


@dataclass(frozen=True, slots=True)
class Site:
    """The instances, adapters and mappings of all files."""

    instances: tuple[Instance, ...]
    adapters: tuple[Adapter, ...]
    mappings: tuple[Mapped, ...]

    def sources(self, mapping: Mapped, adapter: Adapter | None) -> tuple[DatasetMention, ...]:
        """Where the rows of a mapping come from: the place alone, its path still empty for tables.

        The database that the adapter may ask, else those that the instance takes changes from, else the topic that
        they come by, else what the key of the source is declared to be.
        """
        if adapter is not None:
            named = [one for key, one, _ in adapter.sources() if key == mapping.source_key]
            if named:
                return tuple(DatasetMention((), endpoint=one) for one in named)
        for instance in self.instances:
            if instance.name == mapping.destination and instance.databases():
                return tuple(DatasetMention((), endpoint=one) for one in instance.databases())
        broker = adapter.broker() if adapter is not None else None
        if broker is not None and mapping.destination:
            return (dataset_at(broker[0], (mapping.destination,)),)
        return (DatasetMention((), endpoint=declared(mapping.source_key or mapping.destination)),)

    def targets(self, mapping: Mapped, adapter: Adapter | None) -> tuple[Outer, ...]:
        """The stores of the adapter that a mapping is for."""
        outers = tuple(adapter.outers()) if adapter is not None else ()
        meant = [
            one
            for one in outers
            if one.instance in {"", mapping.destination}
            and (not mapping.group or one.group in {"", mapping.group})
            and _is_meant(one, mapping)
        ]
        return tuple(meant or [one for one in outers if _is_meant(one, mapping)])

    def is_taken_up(self, instance: Instance) -> bool:
        """Whether an adapter is handed what an instance reads."""
        told = any(mapping.destination == instance.name for mapping in self.mappings)
        return told and any(adapter.mode == "tcp" for adapter in self.adapters)


def _is_meant(outer: Outer, mapping: Mapped) -> bool:
    if mapping.adapter_key:
        return outer.key == mapping.adapter_key
    return outer.name.lower() == mapping.folder.lower()


def declared(key: str) -> Endpoint:
    """What only a key names: whoever declares the system says what it is."""
    return read_address(f"conn:{safe_name(key) if key and safe_name(key) != '?' else 'default'}")


def adapter_of(path: str, site: Site) -> Adapter | None:
    """The adapter that a mapping at a path belongs to."""
    return adapter_for(path, site.adapters)
