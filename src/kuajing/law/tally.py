"""Which exempt transfers stay outside the count of people since 1 January 累计 (CACQA-2024-03-Q11)."""

from dataclasses import dataclass

from kuajing.law.shapes import fields, text, texts
from kuajing.model.truth import Truth
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
    node = packaged_yaml(_FILE)
    given = fields(node, ("from", "cites", "checked", "outside", "doubtful", "ahead", "group"))
    ahead = fields(given["ahead"], ("cites", "whole_year"))
    year = fields(ahead["whole_year"], ("route", "cites"))
    return TallyRule(
        outside=frozenset(texts(given["outside"])),
        doubtful=frozenset(texts(given["doubtful"])),
        ahead=texts(ahead["cites"]),
        year_route=text(year["route"]),
        whole_year=texts(year["cites"]),
        group=texts(given["group"]),
    )
