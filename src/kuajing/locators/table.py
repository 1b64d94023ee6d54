"""The region table: what is known of clouds, hosts, services and jurisdictions."""

from collections.abc import Mapping
from dataclasses import dataclass

from kuajing.model.truth import Truth

MAINLAND = "CN"
"""The code that means the mainland alone."""


@dataclass(frozen=True, slots=True)
class Region:
    """One region of one provider; `source` says what the row rests on."""

    provider: str
    region: str
    jurisdiction: str
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class HostPattern:
    """Hosts of a cloud under the domains `ends`, and what they prove.

    `jurisdiction` is where such hosts stand; else `under` names the provider whose table the region read from the
    host is looked up in (`cloud` where the host itself names it); `outside` hosts are never on the mainland.
    """

    id: str
    provider: str
    ends: tuple[str, ...]
    pattern: str
    evidence: str
    jurisdiction: str | None
    under: str | None
    outside: bool
    source: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service known by its host; `proves` is False where the row only suggests a place on the mainland."""

    name: str
    jurisdiction: str
    mainland: Truth
    proves: bool
    source: str


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Names of a code or of a wider marker; `members` are the codes that a marker holds."""

    code: str
    zh: str
    en: str
    members: frozenset[str]
    is_marker: bool


@dataclass(frozen=True, slots=True)
class RegionTable:
    """All region data. Regions are keyed by (provider, region), services by host suffix, words by folded name."""

    regions: Mapping[tuple[str, str], Region]
    families: Mapping[str, tuple[Region, ...]]
    hosts: tuple[HostPattern, ...]
    services: Mapping[str, Service]
    jurisdictions: Mapping[str, Jurisdiction]
    words: Mapping[str, str]
    providers: Mapping[str, str]
    region_names: Mapping[tuple[str, str], str]
    code_owners: Mapping[str, str]
    fallbacks: Mapping[str, str]
    partitions: Mapping[str, str]
    kinds: Mapping[str, str]
    outside_kinds: frozenset[str]
    instance_prefixes: Mapping[str, str]

    def provider(self, name: str) -> str:
        """The provider as the table calls it."""
        folded = name.strip().lower()
        return self.providers.get(folded, folded)

    def name(self, code: str, language: str) -> str:
        """The neutral name of a code or marker in `en` or `zh`; a code the table lacks is its own name."""
        found = self.jurisdictions.get(code)
        if found is None:
            return code
        return found.zh if language == "zh" else found.en
