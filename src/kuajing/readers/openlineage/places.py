"""Namespace and name of a dataset to the place they mean."""

import re

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.places import WORKER, dataset_at, on_worker, trimmed

_PLAIN = re.compile(r"[\w.\-/ ]{1,200}")
_FOLDER = re.compile(r"(?:file:)?(?:/|[A-Za-z]:[\\/])")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://|jdbc:|arn:|[^/\s]*[\w\]}]:\d{1,5}(?:/|$)|\$\{|\{\{")
_NO_PORT = re.compile(r"(?<=[\w\]}]):(?:None|null|undefined)(?=[/,]|$)")
_GLUE = re.compile(r"table/(?P<database>[^/]+)/(?P<table>[^/]+)")
_ACCOUNT = re.compile(r"arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*")
_WHOLE_NAMES = frozenset({"kafka", "pulsar", "elasticsearch", "mqtt", "nats", "rabbitmq", "redis", "http"})
"""Kinds of store in which a dot of a name parts nothing."""
_ON_PATHS = frozenset({"hdfs", "ftp", "sftp", "ftps", "smb", "dbfs"})


def place_of(namespace: str, name: str, uri: str = "") -> DatasetMention:
    """The dataset that a namespace and a name mean.

    `uri` is the address that a facet gives beside them: it counts where the namespace is a word that says nothing.
    """
    if "://" in name and not namespace:
        return dataset_at(read_address(name), ())
    if namespace == "file" or _FOLDER.match(namespace):
        return _on_disk(namespace, name)
    if namespace == "bigquery":
        return _in_project(name)
    if not _ADDRESS.match(namespace) and not _is_address(uri):
        return DatasetMention(_parts(name), endpoint=_word(namespace))
    endpoint = read_address(_whole(namespace) if _ADDRESS.match(namespace) else uri)
    if endpoint.bucket or endpoint.kind in _ON_PATHS:
        # In these the name is a path behind the namespace.
        inside = (
            read_address(f"{namespace.rstrip('/')}/{name.lstrip('/')}") if "://" in namespace else endpoint
        )
        return dataset_at(inside if inside.kind == endpoint.kind else endpoint, _parts(name))
    return DatasetMention(_inside(endpoint, name), endpoint=endpoint)


def _on_disk(namespace: str, name: str) -> DatasetMention:
    """A path on the machine of the job, or a table of a warehouse that is kept there."""
    path = name.removeprefix("file:")
    if namespace == "file" or _FOLDER.match(path):
        return on_worker(path if path.startswith("/") or namespace == "file" else f"/{path}")
    return DatasetMention(_parts(name), endpoint=Endpoint("local", WORKER))


def _in_project(name: str) -> DatasetMention:
    """BigQuery has one namespace for all: the project stands before the dataset."""
    parts = _parts(name)
    project = parts[0] if len(parts) > 1 else "bigquery"
    return DatasetMention(parts, endpoint=read_address(f"bigquery://{project}"))


def _whole(namespace: str) -> str:
    """The namespace as an address: that of a catalogue at AWS names no resource in it, and a port may be none."""
    namespace = _NO_PORT.sub("", namespace)
    return f"{namespace}:catalog" if _ACCOUNT.fullmatch(namespace) else namespace


def _is_address(uri: str) -> bool:
    return ("://" in uri and not uri.startswith(("http://", "https://"))) or uri.startswith("jdbc:")


def _word(namespace: str) -> Endpoint:
    """A namespace that only names its store: whoever declares the system says which it is."""
    if not namespace:
        return read_address("conn:default")
    if _PLAIN.fullmatch(namespace):
        return read_address(f"conn:{namespace.strip().replace(' ', '-')}")
    return read_address(namespace)


def _inside(endpoint: Endpoint, name: str) -> tuple[str, ...]:
    glue = _GLUE.fullmatch(name)
    if glue is not None:
        return (glue["database"], glue["table"])
    if endpoint.kind in _WHOLE_NAMES:
        return (trimmed(name),)
    return _parts(name)


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a name; a path is one part."""
    if "/" in name:
        return (trimmed(read_address(name).address if "://" in name else name),)
    return name_parts(name) or (name,)
