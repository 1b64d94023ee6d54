"""Settings that say that others stand elsewhere: in a configuration centre, or in files that are imported."""

import re
from collections.abc import Iterable, Iterator

from kuajing.model.facts import UnreadFact
from kuajing.readers.settings.roles import Role, role_of
from kuajing.readers.settings.setting import Setting

_CENTRES = {
    "nacos": "Nacos",
    "apollo": "Apollo",
    "consul": "Consul",
    "zookeeper": "ZooKeeper",
    "configserver": "Spring Cloud Config",
    "vault": "Vault",
    "aws-parameterstore": "AWS Parameter Store",
    "aws-secretsmanager": "AWS Secrets Manager",
    "kubernetes": "Kubernetes",
}
_IMPORT = re.compile(r"(?:optional:)?(?P<scheme>[a-z][a-z\-]*):", re.IGNORECASE)
_OFF = frozenset({"false", "no", "off"})


def centres_in(settings: Iterable[Setting]) -> Iterator[UnreadFact]:
    """A gap for every configuration centre that the settings name, each once."""
    every = tuple(settings)
    off = {one.words[:-1] for one in every if one.words[-1:] == ("enabled",) and one.text.lower() in _OFF}
    seen: set[str] = set()
    for one in every:
        for centre in _named_by(one):
            if centre not in seen and not _is_off(one, off):
                seen.add(centre)
                yield UnreadFact(one.location, "unread.spring_centre", "part", (("centre", centre),))


def _is_off(one: Setting, off: set[tuple[str, ...]]) -> bool:
    return any(one.words[:count] in off for count in range(1, len(one.words)))


def _named_by(one: Setting) -> Iterator[str]:
    if not one.text:
        return
    if one.words[:3] == ("spring", "config", "import"):
        for part in one.text.split(","):
            found = _IMPORT.match(part.strip())
            known = _CENTRES.get(found["scheme"].lower()) if found is not None else None
            yield known or "spring.config.import"
        return
    role, words = role_of(one.words)
    if one.words[:2] == ("apollo", "meta") or one.words[:3] == ("apollo", "bootstrap", "enabled"):
        yield "Apollo"
    elif words[:4] == ("spring", "cloud", "nacos", "config") or words[:2] == ("nacos", "config"):
        if role is not None and role is not Role.ENABLED:
            yield "Nacos"
    elif words == ("spring", "cloud", "nacos") and role is Role.ADDRESS:
        yield "Nacos"
    elif words == ("spring", "cloud", "config") and role is Role.ADDRESS:
        yield "Spring Cloud Config"
    elif words[:4] == ("spring", "cloud", "consul", "config") or words[:4] == (
        "spring",
        "cloud",
        "zookeeper",
        "config",
    ):
        yield _CENTRES[words[2]]
