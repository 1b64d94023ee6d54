"""The facts of one case as section 1 of the contract reads them.

A fact that is not known raises `Blank` when a rule asks for it; whoever runs the rule then tries every value.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.law.naive.days import day

CBDF = day("2024-03-22")
EARLY = day("2015-01-05")
N = "data.ytd_persons.non_sensitive"
S = "data.ytd_persons.sensitive"
TOTAL = "handler.pi_handled_total"
COUNTS = (N, S, TOTAL, "data.since_prev_jan1.total", "data.since_prev_jan1.sensitive")
Tried = tuple[tuple[str, Any], ...]


class Blank(Exception):  # noqa: N818  not an error: a question
    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Absent:
    """Stands for what is not there; null is a value."""


ABSENT = Absent()


class Facts:
    """What is given and what is being tried; `left` counts down how many more unknown facts may be tried."""

    def __init__(self, as_of: date, given: Mapping[str, Any], left: list[int], tried: Tried = ()) -> None:
        self.as_of = as_of
        self.given = given
        self.left = left
        self.tried = tried
        self.tried_by_path = dict(tried)

    def supposing(self, path: str, value: Any) -> "Facts":
        return Facts(self.as_of, self.given, self.left, (*self.tried, (path, value)))

    def trying(self, tried: Tried) -> "Facts":
        return Facts(self.as_of, self.given, self.left, tried)

    def stated(self, path: str) -> Any:
        """What the case says, or what is being tried, or `ABSENT`."""
        if path in self.tried_by_path:
            return self.tried_by_path[path]
        value: Any = self.given
        for part in path.split("."):
            if not isinstance(value, Mapping) or part not in value:
                return ABSENT
            value = value[part]
        if value == "unknown":
            return ABSENT
        if path in COUNTS and isinstance(value, list):
            return value[0] if value[0] == value[1] else ABSENT
        return value

    def has(self, path: str) -> bool:
        return self.stated(path) is not ABSENT

    def ask(self, path: str) -> Any:
        """For facts of class U or V."""
        value = self.stated(path)
        if value is ABSENT:
            raise Blank(path)
        return value

    def asked_day(self, path: str) -> date | None:
        value = self.ask(path)
        return None if value is None else day(str(value))

    def default(self, path: str, value: Any) -> Any:
        """For facts of class H."""
        found = self.stated(path)
        return value if found is ABSENT else found

    def default_day(self, path: str) -> date | None:
        value = self.default(path, None)
        return None if value is None else day(str(value))

    def range_of(self, path: str) -> tuple[int, int | None]:
        """The interval of a count that is not settled."""
        value: Any = self.given
        for part in path.split("."):
            value = value.get(part, {}) if isinstance(value, Mapping) else {}
        return (value[0], value[1]) if isinstance(value, list) else (0, None)

    @property
    def purpose(self) -> Any:
        return self.default("flow.purpose", "")

    @property
    def claims(self) -> list[str]:
        return list(self.default("claims", []))

    @property
    def sector(self) -> Any:
        return self.default("handler.sector", "none")

    @property
    def overseas(self) -> bool:
        return bool(self.ask("handler.base") == "overseas")

    @property
    def analyses_mainland_people(self) -> bool:
        """PIPL art 3.2: unknown only for a handler abroad."""
        if self.overseas:
            return bool(self.ask("handler.pipl_a3_2"))
        return bool(self.default("handler.pipl_a3_2", False))

    @property
    def ciio(self) -> bool:
        return bool(self.ask("handler.ciio"))

    @property
    def state_organ(self) -> bool:
        return bool(self.ask("handler.state_organ"))

    @property
    def personal(self) -> bool:
        return bool(self.ask("data.personal"))

    @property
    def declared(self) -> bool:
        return bool(self.ask("data.important") == "declared")

    @property
    def list_position(self) -> Any:
        if self.default("handler.ftz", "none") == "none":
            return "none"
        return self.ask("handler.ftz_list_position")

    @property
    def opened_in_the_mainland(self) -> bool:
        if self.has("recipient.physical_location"):
            return bool(self.stated("recipient.physical_location") == "mainland")
        return bool(self.ask("recipient.jurisdiction") == "CN")

    @property
    def known_unnecessary(self) -> bool:
        if self.purpose == "recruitment" and self.default("data.hr.overseas_decides", None) is False:
            return True
        return self.default("flow.necessary", True) is False

    @property
    def necessary(self) -> bool:
        """For a claim that needs it: asked last, so that a claim that fails anyway does not need it."""
        return bool(self.ask("flow.necessary"))

    @property
    def under_14(self) -> bool:
        if self.has("data.under_14"):
            return bool(self.stated("data.under_14"))
        if self.has("compliance.guardian_consent"):
            return True
        if "hr" in self.claims:
            return bool(self.ask("data.hr.subjects") == "dependants")
        return bool(self.default("data.hr.subjects", None) == "dependants")

    @property
    def human_genetic(self) -> bool:
        if self.sector in {"health", "medicine"} and self.personal:
            return bool(self.ask("data.human_genetic"))
        return bool(self.default("data.human_genetic", False))

    @property
    def consent_lacking(self) -> bool:
        """Separate consent is known to be wanting: refused, or bundled with something else."""
        if self.default("compliance.consent_form", "separate") == "bundled":
            return True
        if self.ask("legal_basis") == "consent":
            return self.ask("compliance.separate_consent") is False
        return self.default("compliance.separate_consent", True) is False

    @property
    def live(self) -> bool:
        return bool(self.ask("flow.status") == "live")

    @property
    def mechanism(self) -> Any:
        return self.default("mechanism.type", "none")

    @property
    def gba_parties(self) -> bool:
        nine = {
            *("Guangzhou", "Shenzhen", "Zhuhai", "Foshan", "Huizhou"),
            *("Dongguan", "Zhongshan", "Jiangmen", "Zhaoqing"),
        }
        if self.default("handler.city", "none") not in nine:
            return False
        where = self.ask("recipient.jurisdiction")
        return bool(
            (where == "HK" and self.as_of >= day("2023-12-13"))
            or (where == "MO" and self.as_of >= day("2024-09-10"))
        )

    @property
    def onward_outside_gba(self) -> bool:
        inside = {"CN", self.ask("recipient.jurisdiction")}
        named = self.default("recipient.onward_to", [])
        places = [where for where in named if len(where) == 2 and where.isupper()]
        if any(where not in inside for where in places):
            return True
        if len(places) < len(named):
            raise Blank("recipient.onward_to")  # a name may stand for any place
        return False
