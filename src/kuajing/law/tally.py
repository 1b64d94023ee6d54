"""Which exempt transfers stay outside the count of people since 1 January 累计 (CACQA-2024-03-Q11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kuajing.law.shapes import citation, day, fields, items, one_of, refuse, text, texts
from kuajing.law.vocabulary import Vocabulary
from kuajing.model.truth import Truth
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_yaml

_FILE = "law/tally.yaml"


@dataclass(frozen=True, slots=True)
class TallyRule:
    """The exemptions whose people are not counted, and those of which no official text says.

    `ahead` and `group` are cited for lines that are ahead and for the whole of a group; `whole_year` besides where the
    route from a line on is `year_route`, which what was sent earlier in the year comes into.
    """

    outside: frozenset[str]
    doubtful: frozenset[str]
    ahead: tuple[str, ...] = ()
    year_route: str = ""
    whole_year: tuple[str, ...] = ()
    group: tuple[str, ...] = ()

    def is_outside(self, exemption: str) -> Truth:
        """Whether people of a transfer under this exemption stay outside the count."""
        if exemption in self.outside:
            return Truth.YES
        return Truth.UNKNOWN if exemption in self.doubtful else Truth.NO


def load_tally_rule() -> TallyRule:
    """The rule shipped with the package; raises InputErrors where the file is not of its form."""
    return _rule(_written(packaged_yaml(_FILE)))


def check_tally(node: Node, words: Vocabulary) -> None:
    """Raises InputErrors for a key, route or date of the rule that is none."""
    written = _written(node)
    day(written.whole["from"])
    day(written.whole["checked"])
    one_of(written.year["route"], sorted(words.routes))
    exemptions = (*items(written.whole["outside"]), *items(written.whole["doubtful"]))
    behind = (written.ahead["cites"], written.year["cites"], written.whole["group"])
    seen: dict[str, Node] = {}
    for exemption in exemptions:
        key = citation(exemption, words.articles)
        if key in seen:
            refuse(exemption, "twice", key=key, place=str(seen[key].location))
        seen[key] = exemption
    for item in (written.whole["cites"], *(item for listed in behind for item in items(listed))):
        citation(item, words.articles)


class _Written(NamedTuple):
    """The entries of the file, and those below `ahead` and its `whole_year`."""

    whole: Mapping[str, Node]
    ahead: Mapping[str, Node]
    year: Mapping[str, Node]


def _written(node: Node) -> _Written:
    whole = fields(node, ("from", "cites", "checked", "outside", "doubtful", "ahead", "group"))
    ahead = fields(whole["ahead"], ("cites", "whole_year"))
    return _Written(whole, ahead, fields(ahead["whole_year"], ("route", "cites")))


def _rule(written: _Written) -> TallyRule:
    whole, ahead, year = written
    return TallyRule(
        outside=frozenset(texts(whole["outside"])),
        doubtful=frozenset(texts(whole["doubtful"])),
        ahead=texts(ahead["cites"]),
        year_route=text(year["route"]),
        whole_year=texts(year["cites"]),
        group=texts(whole["group"]),
    )
