"""Manifests as facts: which workload opens which store, and what stays in secrets and templates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Fact, ReadFact, Running, UnreadFact, UseFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.kubernetes.held import is_file, settings_held
from kuajing.readers.kubernetes.jobs import is_job, jobs_in, may_hold
from kuajing.readers.kubernetes.manifests import (
    WORKLOADS,
    Given,
    Thing,
    Variable,
    containers_of,
    given_to,
    inside,
    pod_of,
    text_of,
    things_in,
    variables_of,
)
from kuajing.readers.seams import SourceContext
from kuajing.readers.settings.documents import Document, documents_of
from kuajing.readers.settings.networks import Network
from kuajing.readers.settings.own_values import OwnValues
from kuajing.readers.settings.roles import Role, role_of
from kuajing.readers.settings.setting import Setting, setting, words_of
from kuajing.readers.settings.uses import Application, opened_at, uses_of
from kuajing.readers.spring.facts import facts_of
from kuajing.source.nodes import Scalar
from kuajing.source.text import SourceText

MECHANISM = "kubernetes"
_DEFAULT = "default"
_MOST_OF_ONE_NAME = 16
Found = tuple[UseFact | UnreadFact, ...]


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """The tables that SQL in a manifest defines; manifests themselves tell no shapes."""
    if not may_hold(text.text):
        return
    lines = text.text.split("\n")
    for found in documents_of(text.path, text.text):
        for thing in things_in(found.node) if isinstance(found, Document) else ():
            for job in jobs_in(thing, text, lines):
                yield from job.shapes(context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The stores that each workload opens, what stays closed, and how the text fared as a whole."""
    things: list[Thing] = []
    faults: list[UnreadFact] = []
    for found in documents_of(text.path, text.text):
        if isinstance(found, Document):
            things += things_in(found.node)
        else:
            reason = "unread.kubernetes_helm" if found.is_template else "unread.kubernetes_yaml"
            faults.append(UnreadFact(found.location, reason, "statement"))
    if faults and not things:
        yield UnreadFact(faults[0].location, faults[0].reason, "file")
        return
    yield from faults
    fates: Counter[str] = Counter({"unread": len(faults)})
    manifest = _Manifest.of(text, context, things)
    for thing in things:
        held = (
            fact for job in jobs_in(thing, text, manifest.lines) for fact in job.moves(context, catalogue)
        )
        facts = tuple(dict.fromkeys((*manifest.facts(thing), *held)))
        yield from facts
        unread = any(isinstance(fact, UnreadFact) for fact in facts)
        fates["partial" if unread else "resolved" if facts else "idle"] += 1
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


@dataclass(frozen=True, slots=True)
class _Manifest:
    """The objects of one text: `maps` are those of settings, `taken` the names of those that its workloads use."""

    lines: tuple[str, ...]
    context: SourceContext
    maps: Mapping[str, tuple[Thing, ...]]
    taken: frozenset[str]

    @classmethod
    def of(cls, text: SourceText, context: SourceContext, things: Iterable[Thing]) -> "_Manifest":
        """The manifest of a text with its objects."""
        every = tuple(things)
        maps: dict[str, tuple[Thing, ...]] = {}
        for thing in every:
            if thing.kind == "ConfigMap" and thing.name:
                maps[thing.name] = (*maps.get(thing.name, ()), thing)[:_MOST_OF_ONE_NAME]
        containers = [
            one for thing in every if thing.kind in WORKLOADS for one in containers_of(pod_of(thing))
        ]
        taken = {one.holder for found in containers for one in given_to(found)}
        taken |= {one.holder for found in containers for one in variables_of(found)}
        return cls(tuple(text.text.split("\n")), context, maps, frozenset(taken))

    def facts(self, thing: Thing) -> Iterator[UseFact | UnreadFact]:
        """What one object says."""
        if thing.kind in WORKLOADS:
            for container in containers_of(pod_of(thing)):
                yield from self._of_container(
                    thing, tuple(variables_of(container)), tuple(given_to(container))
                )
        elif thing.kind == "ConfigMap":
            yield from self._of_map(thing)
        elif thing.kind == "Secret" and (inside(thing.node, "data") or inside(thing.node, "stringData")):
            yield UnreadFact(thing.node.location, "unread.kubernetes_secret", "part")

    def _of_container(
        self, thing: Thing, variables: tuple[Variable, ...], given: tuple[Given, ...]
    ) -> Iterator[UseFact | UnreadFact]:
        application, network = self._application(thing), self._network(thing)
        settings = [setting(one.name, one.text, one.location) for one in variables if not one.holder]
        for one in given:
            held = None if one.is_secret else self._map(thing, one.holder)
            if held is None:
                yield UnreadFact(
                    one.location, "unread.kubernetes_env_from", "part", (("name", one.holder or "?"),)
                )
            else:
                settings += _plain(held)
        for variable in variables:
            if variable.holder:
                yield from self._held(variable, thing, application, settings)
        values = OwnValues(settings, self.context.values)
        yield from uses_of(application, settings, values, network.placed)

    def _held(
        self, variable: Variable, thing: Thing, application: Application, settings: list[Setting]
    ) -> Iterator[UseFact]:
        """A variable whose text a map of this file holds; else its holder stands for the store it may lead to."""
        held = None if variable.is_secret else self._map(thing, variable.holder)
        data = inside(held.node, "data") if held is not None else None
        value = data.get(variable.key) if data is not None else None
        if isinstance(value, Scalar):
            settings.append(setting(variable.name, text_of(value), variable.location))
        elif role_of(words_of(variable.name))[0] in {Role.ADDRESS, Role.HOST}:
            place = self._network(thing).place(f"{variable.holder}/{variable.key}")
            store = opened_at(Endpoint("placeholder", place, placeholder=place), None)
            who = application
            yield UseFact(who.name, who.system, store, variable.location, MECHANISM, who.running)

    def _of_map(self, thing: Thing) -> Iterator[UseFact | UnreadFact]:
        data = inside(thing.node, "data")
        for key, value in data.entries if data is not None else ():
            if isinstance(value, Scalar) and is_file(key.text) and not is_job(key.text, value):
                yield from self._of_file(thing, key.text, value)
        # Variables that a workload of this file takes are told as that workload's.
        if thing.name not in self.taken:
            settings = _plain(thing)
            values = OwnValues(settings, self.context.values)
            yield from uses_of(self._application(thing), settings, values, self._network(thing).placed)

    def _of_file(self, thing: Thing, name: str, value: Scalar) -> Iterator[UseFact | UnreadFact]:
        documents: list[tuple[Setting, ...]] = []
        for found in settings_held(name, value, self.lines):
            if isinstance(found, tuple):
                documents.append(found)
            else:
                reason = "unread.spring_template" if found.is_template else "unread.spring_yaml"
                yield UnreadFact(found.location, reason, "part")
        network = self._network(thing)
        for facts in facts_of(name, documents, self.context, thing.name, network.placed):
            yield from facts

    def _map(self, thing: Thing, name: str) -> Thing | None:
        same = self.maps.get(name, ())
        return next((one for one in same if one.namespace in {thing.namespace, ""}), None)

    def _network(self, thing: Thing) -> Network:
        return Network(f"kubernetes/{thing.namespace or _DEFAULT}", itself=thing.name)

    def _application(self, thing: Thing) -> Application:
        system = self.context.rule.system if self.context.rule is not None else None
        return Application(thing.name or thing.kind.lower(), system, MECHANISM, _running(thing))


def _running(thing: Thing) -> Running:
    """Whether and when a workload runs; the namespace is its environment."""
    spec = inside(thing.node, "spec")
    replicas = spec.get("replicas") if spec is not None else None
    suspend = spec.get("suspend") if spec is not None else None
    off = (isinstance(replicas, Scalar) and replicas.value == 0) or (
        isinstance(suspend, Scalar) and suspend.value is True
    )
    schedule = text_of(spec.get("schedule")) if spec is not None and thing.kind == "CronJob" else ""
    return Running(off, thing.namespace, schedule[:100])


def _plain(thing: Thing) -> list[Setting]:
    data = inside(thing.node, "data")
    values: Mapping[str, Scalar] = {
        key.text: value
        for key, value in (data.entries if data is not None else ())
        if isinstance(value, Scalar) and not is_file(key.text) and "\n" not in text_of(value)
    }
    return [setting(name, text_of(value), value.location) for name, value in values.items()]
