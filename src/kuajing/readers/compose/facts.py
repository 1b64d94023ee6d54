"""A file of Docker Compose as facts: which service opens which store, and which stores the file starts."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    AliasFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Running,
    TableFact,
    UnreadFact,
    UseFact,
)
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.compose.recognise import environment_of, project_of
from kuajing.readers.compose.services import Service, services_in
from kuajing.readers.maxwell import facts_of_command
from kuajing.readers.placeholders import fill_name
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.documents import Document, documents_of
from kuajing.readers.settings.images import DATABASES, kind_of_image
from kuajing.readers.settings.networks import Network
from kuajing.readers.settings.uses import Application, opened_at, uses_of
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping as Object
from kuajing.source.nodes import Node, Scalar
from kuajing.source.paths import parts_inside
from kuajing.source.text import SourceText

MECHANISM = "compose"
_SAFE = re.compile(r"[\w.\-]{1,80}")
_SAFE_PATH = re.compile(r"[\w./\-]{1,160}")


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact | AliasFact]:
    """Services tell no shapes."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The stores that each service opens, those that the file starts, and how the text fared as a whole."""
    fates: Counter[str] = Counter()
    for found in documents_of(text.path, text.text):
        if not isinstance(found, Document):
            reason = "unread.compose_template" if found.is_template else "unread.compose_yaml"
            yield UnreadFact(found.location, reason, "file")
            return
        yield from _included(found.node)
        project = Project.of(text.path, found.node, context)
        for service in project.services.values():
            facts = (*project.facts(service), *project.followed(service, catalogue))
            yield from facts
            unread = any(isinstance(fact, UnreadFact) for fact in facts)
            fates["partial" if unread else "resolved" if facts else "idle"] += 1
    if not fates:
        yield UnreadFact(Location(text.path), "unread.compose_no_services", "file")
        return
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


@dataclass(frozen=True, slots=True)
class Project:
    """The services of one file, the network they share, and what is said of where and how they run."""

    path: str
    services: Mapping[str, Service]
    network: Network
    environment: str
    context: SourceContext

    @classmethod
    def of(cls, path: str, node: Node, context: SourceContext) -> "Project":
        """The project of a document."""
        services = tuple(services_in(node, DATABASES))
        said = node.get("name") if isinstance(node, Object) else None
        own = str(said.value) if isinstance(said, Scalar) and _SAFE.fullmatch(str(said.value)) else ""
        names = {
            name.lower(): service.name for service in services for name in (*service.names, service.name)
        }
        network = Network("/".join(part for part in ("compose", own or project_of(path)) if part), names)
        by_name = {service.name: service for service in services}
        return cls(path, by_name, network, environment_of(path), context)

    def facts(self, service: Service) -> Iterator[UseFact | UnreadFact]:
        """What one service opens, keeps, and leaves to other files."""
        own = self.kept(service)
        used = tuple(self._opened(service))
        yield from (
            fact for fact in used if not isinstance(fact, UseFact) or own is None or fact.store != own.store
        )
        seen = {_place(fact) for fact in used}
        for need in service.needs:
            found = self._needed(service, need)
            if found is not None and _place(found) not in seen:
                seen.add(_place(found))
                yield found
        if own is not None:
            yield own
        yield from self._elsewhere(service)

    def followed(
        self, service: Service, catalogue: Catalogue
    ) -> Iterator[MoveFact | InfluenceFact | UnreadFact]:
        """What a service moves that follows the changes of a database, told so by its command."""
        image = str(service.image.value) if service.image is not None else ""
        if service.command is None or "maxwell" not in f"{image} {service.command.value}":
            return
        running = self._application(service).running
        for fact in facts_of_command(service.command, self.context.values, catalogue):
            if isinstance(fact, UnreadFact):
                yield fact
                continue
            placed = replace(fact, source=self._placed(fact.source), target=self._placed(fact.target))
            yield replace(placed, running=running) if isinstance(placed, MoveFact) else placed

    def _placed(self, mention: DatasetMention) -> DatasetMention:
        """The mention, on the project's own network where its host is a service."""
        endpoint = mention.endpoint
        return mention if endpoint is None else replace(mention, endpoint=self.network.placed(endpoint))

    def kept(self, service: Service) -> UseFact | None:
        """The store that a service is, kept by itself; None for a service that is none."""
        image = fill_name(str(service.image.value), self.context.values) if service.image else ""
        kind = None if service.is_program else kind_of_image(image)
        if kind is None or service.image is None:
            return None
        named = next((str(one.value) for one in service.databases if _SAFE.fullmatch(str(one.value))), None)
        place = self.network.place(service.name)
        endpoint = Endpoint(kind, place, database=named, placeholder=place)
        store = opened_at(endpoint, self._system())
        application = self._application(service)
        return UseFact(
            application.name,
            application.system,
            store,
            service.image.location,
            MECHANISM,
            application.running,
        )

    def _opened(self, service: Service) -> Iterator[UseFact | UnreadFact]:
        names = {**self.network.names, **dict(service.aliases)}
        network = replace(self.network, names=names, itself=service.name)
        system = self._system()
        for fact in uses_of(
            self._application(service), service.settings, self.context.values, network.placed
        ):
            if isinstance(fact, UseFact) and _place(fact).startswith("conn:"):
                yield replace(fact, store=replace(self._as_kept(fact.store), system=system))
            else:
                yield fact

    def _as_kept(self, store: DatasetMention) -> DatasetMention:
        """The store with the kind that its image has, where an address says only a host."""
        endpoint = store.endpoint
        if endpoint is None or endpoint.kind != "server":
            return store
        service = self.services.get((endpoint.placeholder or "").rpartition("/")[2])
        kept = self.kept(service) if service is not None else None
        known = kept.store.endpoint if kept is not None else None
        if known is None or known.placeholder != endpoint.placeholder:
            return store
        return replace(store, endpoint=replace(endpoint, kind=known.kind))

    def _needed(self, service: Service, need: Scalar) -> UseFact | None:
        """The store that a service starts after or links; one of another file of the project goes by its name."""
        name = str(need.value).partition(":")[0].lower()
        known = self.network.names.get(name)
        if known is None:
            kind = kind_of_image(name)
            place = self.network.place(name)
            store = opened_at(Endpoint(kind, place, placeholder=place), self._system()) if kind else None
        else:
            kept = self.kept(self.services[known])
            store = kept.store if kept is not None else None
        if store is None:
            return None
        who = self._application(service)
        return UseFact(who.name, who.system, store, need.location, MECHANISM, who.running)

    def _application(self, service: Service) -> Application:
        environment = ", ".join(one for one in (self.environment, *service.profiles) if _SAFE.fullmatch(one))
        running = Running(disabled=service.is_off, environment=environment)
        name = service.name if _SAFE.fullmatch(service.name) else "service"
        return Application(name, self._system(), MECHANISM, running)

    def _system(self) -> str | None:
        return self.context.rule.system if self.context.rule is not None else None

    def _elsewhere(self, service: Service) -> Iterator[UnreadFact]:
        for file in service.env_files:
            yield _elsewhere(self.path, file, "unread.compose_env_file")
        for file in service.extends:
            yield _elsewhere(self.path, file, "unread.compose_extends")


def _place(fact: UseFact | UnreadFact) -> str:
    """The name of a service that a fact is about, empty where it is about none."""
    endpoint = fact.store.endpoint if isinstance(fact, UseFact) else None
    return (endpoint.placeholder or "") if endpoint is not None else ""


def _included(node: Node) -> Iterator[UnreadFact]:
    include = node.get("include") if isinstance(node, Object) else None
    if include is not None:
        yield UnreadFact(include.location, "unread.compose_include", "part")


def _elsewhere(path: str, file: Scalar, reason: str) -> UnreadFact:
    """A gap for another file that says more; one that lies outside of the root is never looked at."""
    said = str(file.value)
    inside = (
        parts_inside((PurePosixPath(path).parent / said).as_posix()) if not said.startswith("/") else None
    )
    shown = "/".join(inside) if inside else said
    if inside is None:
        return UnreadFact(file.location, "unread.outside_root", "part")
    values = (("file", shown if _SAFE_PATH.fullmatch(shown) else "?"),)
    return UnreadFact(file.location, reason, "part", values)
