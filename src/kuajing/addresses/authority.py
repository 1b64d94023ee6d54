"""Hosts and ports out of the part of an address between its scheme and its path."""

import re
from dataclasses import dataclass
from ipaddress import ip_address

_HOST_AND_PORT = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.]+)(?:%[\w.-]+)?\]|(?P<name>[\w.\-*\ue000-\ue03f]+))(?::(?P<port>\d{1,5}|[\ue000-\ue03f]))?"
)
_PAIR = re.compile(r"\b(host|port|protocol)\s*=\s*([^,()\s]+)", re.IGNORECASE)
_WRAPPED = re.compile(r"\((?:[a-z]+://)?([^()]*)\)")
# DB2 and Informix write their options after a colon: `/DB:user=x;`.
_END = re.compile(r"[?;#]|:(?=\w+=)")
_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Place:
    """One host with its port, as the address names it; the host is lower-case without a trailing dot."""

    host: str
    port: int | None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Split:
    """An address after its scheme: its places, its path, and what follows (options), userinfo gone."""

    places: tuple[Place, ...]
    path: str
    options: str


def split(rest: str) -> Split | None:
    """What stands after `//`; None where no host can be read.

    Userinfo is dropped, also where a password holds a slash, a question mark or an at sign.
    """
    for candidate in _without_userinfo(rest):
        end = _authority_end(candidate)
        places = read_places(candidate[:end])
        if places is not None:
            path, options = _cut(candidate[end:])
            return Split(places, path, options)
    return None


def _authority_end(text: str) -> int:
    depth = 0
    for at, sign in enumerate(text):
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif depth <= 0 and sign in "/?;#":
            return at
    return len(text)


def _without_userinfo(rest: str) -> list[str]:
    """The text itself, then what stands after its last at sign: the first that starts with hosts is right."""
    head = rest.split("/", 1)[0]
    found = [rest]
    if "@" in head:
        found.append(rest[head.rindex("@") + 1 :])
    before_options = rest.split("?", 1)[0]
    if "@" in before_options:
        found.append(rest[before_options.rindex("@") + 1 :])
    if "@" in rest:
        found.append(rest[rest.rindex("@") + 1 :])
    return found


def _cut(text: str) -> tuple[str, str]:
    found = _END.search(text)
    return (text, "") if found is None else (text[: found.start()], text[found.start() :])


def read_places(text: str) -> tuple[Place, ...] | None:
    """The hosts of a comma list; None where one part is no host. An empty text holds none."""
    text = text.strip()
    if "=" in text and "(" in text:
        return _from_pairs(text)
    if text.startswith("("):
        text = ",".join(_WRAPPED.findall(text))
    if text.startswith("[") and text.endswith("]") and "," in text:
        text = text[1:-1]
    places = [_place(part.strip()) for part in text.split(",") if part.strip()]
    return None if None in places else tuple(place for place in places if place is not None)


def _place(text: str) -> Place | None:
    found = _HOST_AND_PORT.fullmatch(text)
    if found is not None:
        port = found.group("port")
        number = int(port) if port and port.isdigit() else None
        if number is not None and not 0 < number <= _LAST_PORT:
            return None
        return Place(folded(found.group("six") or found.group("name")), number)
    return Place(text.lower(), None) if is_ip(text) else None


def _from_pairs(text: str) -> tuple[Place, ...] | None:
    """`address=(host=a)(port=1),address=(host=b)` and Oracle's ADDRESS lists: a port belongs to the last host."""
    places: list[Place] = []
    pending: int | None = None
    for name, value in _PAIR.findall(text):
        if name.lower() == "port" and value.isdigit():
            if places and places[-1].port is None:
                places[-1] = Place(places[-1].host, int(value))
            else:
                pending = int(value)
        elif name.lower() == "host":
            places.append(Place(folded(value), pending))
            pending = None
    return tuple(places) or None


def folded(host: str) -> str:
    """A host as it is compared: lower-case, no trailing dot; an address in its shortest form."""
    host = host.lower().strip("[]").rstrip(".") or host.lower()
    return str(ip_address(host)) if is_ip(host) else host


def is_ip(text: str) -> bool:
    """Whether the text is an IPv4 or IPv6 address."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
