"""What the value of a setting says of a store, told by the words of its key."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.settings.groups import Group
from kuajing.readers.settings.roles import GENERIC, Role, is_own, kind_said, leads_nowhere
from kuajing.readers.settings.setting import Setting

UNREADABLE = Endpoint("unknown", "unknown")
"""What stands for an address that cannot be read; its text is not kept, as it may hold anything."""

_SCHEME = re.compile(r"(?:jdbc|r2dbcs?):|[A-Za-z][A-Za-z0-9+.\-]*://", re.IGNORECASE)
_WHOLE = re.compile(
    r"\$\{[^{}]*(?:\$\{[^{}]*\}[^{}]*)*\}|#\{[^{}]*\}|\{\{[^{}]*\}\}|@[\w.\-]+@|\$\([^()]*\)|\$[A-Za-z_]\w*"
)
_HOST = r"(?:[\w.\-]+|\$\{[^{}]+\}|@[\w.\-]+@|\[[0-9A-Fa-f:.]+\])"
_PORT = r"(?::(?:\d{1,5}|\$\{[^{}]+\}|@[\w.\-]+@))"
_PLACES = re.compile(rf"{_HOST}{_PORT}?(?:\s*[,;]\s*{_HOST}{_PORT}?)*(?:/[\w\-/${{}}.]*)?")
_NOWHERE = frozenset({"disabled", "ignored", "none", "null", "unused"})
"""Words that stand where an address has to stand and none is meant."""
_WITH_PORT = re.compile(rf"{_HOST}{_PORT}(?:\s*[,;]\s*{_HOST}{_PORT})*(?:/[\w\-/${{}}.]*)?")
_DATABASE = re.compile(r"[\w\-${}:.]+")
_NO_STORES = frozenset({"classpath", "classpath*", "file", "unix", "data", "jar", "about", "mailto"})
_ANYWHERE = frozenset({"0.0.0.0", "::", "*", "+"})  # noqa: S104  addresses that are told apart, none that is bound


def has_scheme(text: str) -> bool:
    """Whether a text says by itself that it is an address."""
    return _SCHEME.match(text) is not None


def holds_pairs(words: tuple[str, ...]) -> bool:
    """Whether a key is one of a connection string, as .NET and Go write them."""
    return "connectionstring" in "".join(words) or words[-1:] == ("dsn",)


def endpoint_of(one: Setting, values: Mapping[str, str]) -> Endpoint | None:
    """The endpoint of a whole address; None for what is no address, or one that the application itself has."""
    text = fill_address(one.text, values).strip()
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _bare(text, one.words)
    if scheme.group().partition(":")[0].lower() in _NO_STORES:
        return None
    endpoint = read_address(text)
    return (
        _kept(endpoint, kind_said(one.words)) if endpoint.kind != "unknown" or _is_store(one.words) else None
    )


def endpoint_by_host(group: Group, values: Mapping[str, str]) -> Endpoint | None:
    """The endpoint of a host that stands beside its port and database."""
    host = group.first(Role.HOST)
    if host is None or leads_nowhere(group.words):
        return None
    kind = kind_said(group.words)
    name = fill_address(host.text, values).strip()
    if has_scheme(name):
        return _kept(read_address(name), kind)
    port = fill_address(group.said(Role.PORT), values)
    has_port = _WITH_PORT.fullmatch(name) is not None
    is_told = _is_store(group.words) or ((has_port or port) and not is_own(host.words))
    if not is_told or not _PLACES.fullmatch(name):
        return None
    place = name if has_port or not port else f"{name}:{port}"
    database = fill_name(group.said(Role.DATABASE), values)
    whole = f"{place}/{database}" if _DATABASE.fullmatch(database) else place
    return _kept(read_address(f"{kind}://{whole}" if kind else whole), None)


def _bare(text: str, words: tuple[str, ...]) -> Endpoint | None:
    """The endpoint of an address without a scheme: a placeholder, hosts, or pairs of keys and values."""
    kind = kind_said(words)
    endpoint: Endpoint | None = None
    if _WHOLE.fullmatch(text):
        found = read_address(text)
        endpoint = _kept(found, kind) if _is_store(words) or found.kind != "server" else None
    elif kind is not None and _PLACES.fullmatch(text) and text.lower() not in _NOWHERE:
        endpoint = _kept(read_address(f"{kind}://{text.replace(';', ',')}"), None)
    elif not is_own(words) and _WITH_PORT.fullmatch(text):
        endpoint = _kept(read_address(text.replace(";", ",")), kind)
    elif holds_pairs(words):
        found = read_address(text)
        endpoint = found if found.hosts else UNREADABLE
    elif "datasource" in words and words[-1] in {"url", "uri"}:
        # Whatever stands under the URL of a data source is meant to be an address.
        endpoint = UNREADABLE
    return endpoint


def _is_store(words: tuple[str, ...]) -> bool:
    """Whether a key is one of a store, of whichever kind."""
    return kind_said(words) is not None or not GENERIC.isdisjoint((*words, "".join(words[-2:])))


def _kept(endpoint: Endpoint, kind: str | None) -> Endpoint | None:
    """The endpoint as a store; of a web address only the host counts, as its path may hold a token."""
    if any(host in _ANYWHERE for host in endpoint.hosts):
        return None
    if endpoint.kind == "http" and endpoint.bucket is None:
        scheme, _, rest = endpoint.address.partition("://")
        authority = rest.split("/", 1)[0]
        address = authority if kind else f"{scheme}://{authority}"
        return replace(endpoint, kind=kind or "http", address=address, path=None) if authority else None
    if endpoint.kind == "server" and kind is not None:
        return replace(endpoint, kind=kind)
    return endpoint
