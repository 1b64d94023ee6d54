"""JDBC URLs: which engine they name and how that engine writes its hosts."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kuajing.addresses import building, jdbc_forms, options, uris
from kuajing.addresses.kinds import LOCAL_KINDS, kind_of
from kuajing.addresses.placeholders import Covered
from kuajing.model.endpoints import Endpoint

Form = Callable[[Covered, str, str], Endpoint | None]

_START = re.compile(r"(?:jdbc(?:-secretsmanager)?|r2dbc|r2dbcs):", re.IGNORECASE)
_OCEANBASE_MARK = "||_dsc_ob10_dsc_||"
_WRAPPERS = frozenset(
    {"p6spy", "tracing", "log4jdbc", "otel", "aws-wrapper", "zipkin", "pool", "proxy", "microsoft", "pivotal"}
)
_MODES = frozenset(
    {
        "loadbalance",
        "replication",
        "aurora",
        "sequential",
        "failover",
        "mxj",
        "hamode",
        "thin",
        "direct",
        "ee",
    }
)
_JTDS = "jtds"

_FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "athena": jdbc_forms.athena,
        "awsathena": jdbc_forms.athena,
        "bigquery": jdbc_forms.bigquery,
        "dm": jdbc_forms.dameng,
        "ignite": jdbc_forms.slashed,
        "oracle": jdbc_forms.oracle,
        "phoenix": jdbc_forms.phoenix,
        "redshift": jdbc_forms.redshift,
        "sqlserver": jdbc_forms.sqlserver,
        "sybase": jdbc_forms.sybase,
        "teradata": jdbc_forms.teradata,
    }
)


def is_jdbc(text: str) -> bool:
    """Whether a text starts as a JDBC URL, also behind DataX's mark for OceanBase."""
    return _START.match(_without_mark(text)[0]) is not None


def read_jdbc(covered: Covered) -> Endpoint | None:
    """The endpoint of a JDBC URL; None where the engine's grammar does not fit."""
    text, marked = _without_mark(covered.text)
    start = _START.match(text)
    if start is None:
        return None
    engine, rest = _engine(text[start.end() :])
    kind = "oceanbase" if marked else kind_of(engine)
    if kind in LOCAL_KINDS:
        return _local(covered, kind, rest)
    return _FORMS.get(kind, _slashed_or_bare)(covered, kind, rest)


def _without_mark(text: str) -> tuple[str, bool]:
    """DataX writes `||_dsc_ob10_dsc_||cluster:tenant||_dsc_ob10_dsc_||` before a URL of OceanBase."""
    if not text.startswith(_OCEANBASE_MARK):
        return text, False
    return text.rsplit(_OCEANBASE_MARK, 1)[1], True


def _engine(text: str) -> tuple[str, str]:
    """The engine and what follows it, past wrappers that only watch the connection."""
    engine, _, rest = text.partition(":")
    while engine.lower() in _WRAPPERS and rest and not rest.startswith("//"):
        engine, _, rest = rest.partition(":")
    if engine.lower() == _JTDS:
        engine, _, rest = rest.partition(":")
    return engine.lower(), rest


def _slashed_or_bare(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    mode, _, after = rest.partition(":")
    while mode.lower() in _MODES:
        rest = after
        mode, _, after = rest.partition(":")
    inner = re.match(r"(?:https?|grpcs?|tcp|tls):(?=//)", rest, re.IGNORECASE)
    if inner is not None:
        rest = rest[inner.end() :]
    if rest.startswith("//"):
        return jdbc_forms.slashed(covered, kind, rest)
    # `jdbc:postgresql:crm` is a database of this machine; anything else names no host that can be read.
    name = re.match(r"[\w\ue000-\ue03f]+(?=$|[?;&/])", rest)
    if name is None:
        return None
    if covered.alone(name.group()) is not None:
        return building.server(covered, kind, jdbc_forms.places(name.group()))
    host = options.option(rest[name.end() :], options.SERVER)
    return building.server(covered, kind, jdbc_forms.places(host or "localhost"), database=name.group())


def _local(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """A database inside the process or in a file is local; `h2:tcp://host` is a server."""
    remote = re.match(r"(?:tcp|ssl|hsqls?|https?|)://", rest, re.IGNORECASE)
    if remote is not None and rest[remote.end() :].strip("/"):
        return uris.server_uri(covered, kind, rest[remote.end() :])
    path = re.split(r"[;?]", rest, maxsplit=1)[0]
    return Endpoint(kind="local", address=kind, path=covered.uncover(path) or None)
