"""Which exempt transfers stay outside the count of people since 1 January 累计 (CACQA-2024-03-Q11)."""

from dataclasses import dataclass

from kuajing.model.truth import Truth
from kuajing.source.nodes import Mapping, Sequence
from kuajing.source.packaged import packaged_yaml

_FILE = "law/tally.yaml"


@dataclass(frozen=True, slots=True)
class TallyRule:
    """The exemptions whose people are not counted, and those of which no official text says."""

    outside: frozenset[str]
    doubtful: frozenset[str]

    def is_outside(self, exemption: str) -> Truth:
        """Whether people of a transfer under this exemption stay outside the count."""
        if exemption in self.outside:
            return Truth.YES
        return Truth.UNKNOWN if exemption in self.doubtful else Truth.NO


def load_tally_rule() -> TallyRule:
    """The rule shipped with the package; raises TypeError where the file is not of its form."""
    node = packaged_yaml(_FILE)
    if not isinstance(node, Mapping):
        raise TypeError(_FILE)
    return TallyRule(_keys(node, "outside"), _keys(node, "doubtful"))


def _keys(node: Mapping, name: str) -> frozenset[str]:
    listed = node.get(name)
    if not isinstance(listed, Sequence):
        raise TypeError(f"{_FILE}: {name}")
    return frozenset(str(item.plain()) for item in listed.items)
