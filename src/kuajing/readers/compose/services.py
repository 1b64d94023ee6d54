"""The services of a file of Docker Compose: what of each says which stores there are and who opens them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.readers.settings.setting import Setting, setting
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_VARIABLE = re.compile(r"[A-Za-z_][\w.\-]*")


@dataclass(frozen=True, slots=True)
class Service:
    """One service; `needs` are the services that it starts after or links, `aliases` names by which it knows others.

    `env_files` and `extends` are files that say more of it. `is_program` says that it runs what its owner wrote. `command`
    is what it is started with, a list joined to one text.
    """

    name: str
    location: Location
    image: Scalar | None
    settings: tuple[Setting, ...]
    databases: tuple[Scalar, ...]
    needs: tuple[Scalar, ...]
    aliases: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    profiles: tuple[str, ...]
    env_files: tuple[Scalar, ...]
    extends: tuple[Scalar, ...]
    is_program: bool
    is_off: bool
    command: Scalar | None = None


def services_in(node: Node, databases: frozenset[str]) -> Iterator[Service]:
    """Every service of a document, in order; the values of the variables in `databases` name databases."""
    services = node.get("services") if isinstance(node, Mapping) else None
    if isinstance(services, Mapping):
        for key, value in services.entries:
            if isinstance(value, Mapping):
                yield _service(key, value, databases)


def _service(key: Scalar, node: Mapping, databases: frozenset[str]) -> Service:
    image, deploy, extends = node.get("image"), node.get("deploy"), node.get("extends")
    variables = tuple(_variables(node.get("environment")))
    is_built = node.get("build") is not None
    links = tuple(_texts(node.get("links"))) + tuple(_texts(node.get("external_links")))
    replicas = deploy.get("replicas") if isinstance(deploy, Mapping) else None
    names = (node.get("container_name"), node.get("hostname"), *_network_aliases(node.get("networks")))
    base = extends.get("file") if isinstance(extends, Mapping) else None
    return Service(
        name=key.text,
        location=key.location,
        image=image if isinstance(image, Scalar) and isinstance(image.value, str) else None,
        settings=tuple(setting(name, str(value.value), value.location) for name, value in variables),
        databases=tuple(value for name, value in variables if name in databases),
        needs=(*_texts(node.get("depends_on")), *links),
        aliases=tuple(_alias(link) for link in links),
        names=tuple(str(name.value) for name in names if isinstance(name, Scalar) and name.value),
        profiles=tuple(str(one.value) for one in _texts(node.get("profiles"))),
        env_files=tuple(_env_files(node.get("env_file"))),
        extends=(base,) if isinstance(base, Scalar) else (),
        is_program=is_built or node.get("entrypoint") is not None,
        is_off=isinstance(replicas, Scalar) and replicas.value == 0,
        command=_command(node.get("command")),
    )


def _command(node: Node | None) -> Scalar | None:
    if isinstance(node, Sequence):
        return Scalar(" ".join(str(item.value) for item in _texts(node)), node.location)
    return node if isinstance(node, Scalar) and isinstance(node.value, str) else None


def _variables(node: Node | None) -> Iterator[tuple[str, Scalar]]:
    """The variables of a list or mapping that have a value; `K` alone takes it from wherever the service starts."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if isinstance(value, Scalar) and value.value is not None and _VARIABLE.fullmatch(key.text):
                yield key.text, Scalar(_said(value), value.location)
    elif isinstance(node, Sequence):
        for item in _texts(node):
            name, found, text = str(item.value).partition("=")
            if found and _VARIABLE.fullmatch(name.strip()):
                yield name.strip(), Scalar(text.strip().strip("\"'"), item.location)


def _said(value: Scalar) -> str:
    return value.value if isinstance(value.value, str) else value.text


def _texts(node: Node | None) -> Iterator[Scalar]:
    """The texts of a list, or the keys of a mapping."""
    if isinstance(node, Mapping):
        yield from (key for key, _ in node.entries)
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar) and isinstance(item.value, str))


def _env_files(node: Node | None) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else (node,):
        path = item.get("path") if isinstance(item, Mapping) else item
        if isinstance(path, Scalar) and isinstance(path.value, str):
            yield path


def _network_aliases(node: Node | None) -> Iterator[Node]:
    if isinstance(node, Mapping):
        for _, network in node.entries:
            aliases = network.get("aliases") if isinstance(network, Mapping) else None
            yield from _texts(aliases)


def _alias(link: Scalar) -> tuple[str, str]:
    service, _, alias = str(link.value).partition(":")
    return (alias or service).lower(), service
