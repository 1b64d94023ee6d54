"""Stores that settings name, as facts: an application opens them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import RUNS, DatasetMention, Running, UnreadFact, UseFact
from kuajing.readers.places import dataset_at
from kuajing.readers.settings.setting import Setting
from kuajing.readers.settings.stores import stores_of

Placed = Callable[[Endpoint], Endpoint]
"""Tells of a host that only a network of its own knows which network it is."""


@dataclass(frozen=True, slots=True)
class Application:
    """Who opens stores: its name, the system it runs on, how it runs, and in which kind of file that stands."""

    name: str
    system: str | None
    mechanism: str
    running: Running = RUNS


def uses_of(
    application: Application,
    settings: Iterable[Setting],
    values: Mapping[str, str],
    placed: Placed | None = None,
) -> Iterator[UseFact | UnreadFact]:
    """A use for every store that the settings name, each once, and a gap for every address that cannot be read."""
    seen: set[tuple[DatasetMention, Running]] = set()
    for found in stores_of(settings, values):
        if not found.is_clear:
            yield UnreadFact(found.location, "unread.settings_address", "part")
            continue
        endpoint = placed(found.endpoint) if placed is not None else found.endpoint
        running = replace(application.running, disabled=True) if found.is_off else application.running
        store = opened_at(endpoint, None)
        if (store, running) not in seen:
            seen.add((store, running))
            yield UseFact(
                application.name, application.system, store, found.location, application.mechanism, running
            )


def opened_at(endpoint: Endpoint, system: str | None) -> DatasetMention:
    """The store at an endpoint: its bucket, or whatever the address names."""
    store = dataset_at(endpoint, ()) if endpoint.bucket else DatasetMention((), endpoint=endpoint)
    return replace(store, system=system)
