"""What people declare, as plain values (the words of the declaration files are described in docs/declaration.md).

None stands for what is absent or said to be unknown; `NEVER` for a date that is known not to have come.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.truth import Truth
from kuajing.source.location import Location


class Never(Enum):
    """A date known not to have come."""

    NEVER = "never"


NEVER = Never.NEVER
Day = date | Never | None


@dataclass(frozen=True, slots=True)
class Filing:
    """A person named and filed with the authority."""

    name: str | None
    filed_on: Day


@dataclass(frozen=True, slots=True)
class Instrument:
    """Labour rules or a collective contract, and whether they were lawfully made."""

    lawful: Truth
    file: str | None


@dataclass(frozen=True, slots=True)
class Handler:
    """A legal person who decides about data (个人信息处理者).

    `base` is `mainland` or a jurisdiction code. `persons_line_reached_on` is the day the people held reached the
    number from which an officer must be filed. `group_split_artificial` says whether one business was divided to
    stay under a line.
    """

    id: str
    location: Location
    name_zh: str | None = None
    name_en: str | None = None
    base: str | None = None
    city: str | None = None
    ciio: Truth = Truth.UNKNOWN
    ciio_notified_on: Day = None
    state_organ: Truth = Truth.UNKNOWN
    sector: str | None = None
    group: str | None = None
    persons_held: Interval = NOTHING_KNOWN
    persons_held_known: bool = False
    persons_line_reached_on: Day = None
    zone_list: str | None = None
    zone_position: str | None = None
    officer: Filing | None = None
    representative: Filing | None = None
    serves_mainland: Truth = Truth.UNKNOWN
    labour_rules: Instrument | None = None
    collective_contract: Instrument | None = None
    acts_for: tuple[str, ...] = ()
    joint_with: tuple[str, ...] = ()
    group_split_artificial: Truth = Truth.UNKNOWN
    compliance: "tuple[tuple[str, Evidence], ...]" = ()

    def evidence(self, duty: str) -> "Evidence | None":
        """What is on record for a lasting duty of the handler."""
        return dict(self.compliance).get(duty)


@dataclass(frozen=True, slots=True)
class RecipientContract:
    """The contract with a recipient and the records kept of what it got."""

    d790_a12: Truth
    records_until: Day
    audit_rights: Truth
    breach_notice_hours: int | None
    file: str | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets or sees the data outside (境外接收方).

    `name` is the English name, or the only one. `physical_location` is where the people who open the data sit,
    `mainland` or `abroad`. `onward_known` says that the declaration tells all whom it passes data on to, be it nobody.
    """

    id: str
    location: Location
    name: str | None = None
    jurisdiction: str | None = None
    city: str | None = None
    role: str | None = None
    contact: str | None = None
    restricted_list: Truth = Truth.UNKNOWN
    onward_to: tuple[str, ...] = ()
    contract: RecipientContract | None = None
    name_zh: str | None = None
    physical_location: str | None = None
    onward_known: bool = False


@dataclass(frozen=True, slots=True)
class DeclaredSystem:
    """A place where data lives or is opened."""

    id: str
    location: Location
    kind: str | None = None
    handler: str | None = None
    recipient: str | None = None
    located: str | None = None
    endpoints: tuple[tuple[str, Location], ...] = ()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """Who outside can read what inside; no columns means all."""

    to: str
    on: str
    location: Location
    columns: tuple[str, ...] = ()
    via: str | None = None
    purpose: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRule:
    """Which files run on which system, and how to read them; `values` are files that give values to placeholders."""

    paths: tuple[str, ...]
    location: Location
    dialect: str | None = None
    system: str | None = None
    default_database: str | None = None
    default_schema: str | None = None
    encoding: str | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UserFunction:
    """What a user's function does to a value: a word of `Transform`."""

    name: str
    effect: str
    location: Location


@dataclass(frozen=True, slots=True)
class People:
    """The people a dataset is about; `collected_in` is `mainland` or `abroad`.

    `under_14_unknown` says that the declaration itself writes `unknown`, which is more than saying nothing.
    """

    population: str | None
    count: Interval
    count_known: bool
    collected_in: str | None
    subjects: str | None
    under_14: Truth
    under_14_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Important:
    """The standing of a dataset as important data."""

    status: str | None
    on: Day


@dataclass(frozen=True, slots=True)
class Anonymised:
    """Columns said to be anonymised for good, with who answers for it."""

    columns: tuple[str, ...]
    method: str | None
    by: str | None
    on: Day
    expires: Day
    location: Location

    def stands_on(self, day: date) -> bool:
        """Whether it stands on a day: with a method, somebody who answers for it, and in date."""
        begun = isinstance(self.on, date) and self.on <= day
        ended = isinstance(self.expires, date) and self.expires < day
        return bool(self.method and self.by) and begun and not ended


@dataclass(frozen=True, slots=True)
class DeclaredDataset:
    """What is declared of one dataset; `columns` are (column, category or `none`) overrides with their places."""

    name: str
    location: Location
    handler: str | None = None
    people: People | None = None
    important: Important | None = None
    retention: str | None = None
    owner: str | None = None
    columns: tuple[tuple[str, str, Location], ...] = ()
    anonymised: tuple[Anonymised, ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """A group of people; `overlaps` are (other population, `same` | `disjoint` | `unknown` | most people in both)."""

    id: str
    location: Location
    overlaps: tuple[tuple[str, "str | int"], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is on record for one duty.

    `given` is yes where a date or file stands, no where the declaration says no; `applies` is False for
    `not_applicable`.
    """

    given: Truth
    applies: bool = True
    on: Day = None
    file: str | None = None
    form: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """An exemption that is claimed, with the ground given for it.

    `details` are the facts that the claim rests on, sorted: `subjects` (a word), `overseas_decides`,
    `individual_is_party`, `domestic_pi_introduced`, `domestic_important_introduced` (booleans; unknown ones left out).
    """

    name: str
    ground: str | None = None
    file: str | None = None
    details: tuple[tuple[str, "str | bool | int"], ...] = ()


@dataclass(frozen=True, slots=True)
class DeclaredFlow:
    """A movement that is declared, with its purpose; `source` and `target` begin with a declared system.

    `key_location` is `mainland` or `abroad`; `reported_to` names authorities told of the case.
    """

    id: str
    location: Location
    source: str
    target: str
    columns: tuple[str, ...] = ()
    mode: str | None = None
    purpose: str | None = None
    status: str | None = None
    since: Day = None
    legal_basis: str | None = None
    necessary: Truth = Truth.UNKNOWN
    claims: tuple[Claim, ...] = ()
    compliance: tuple[tuple[str, Evidence], ...] = ()
    deidentified: Truth = Truth.UNKNOWN
    encrypted: Truth = Truth.UNKNOWN
    key_location: str | None = None
    securities_business: Truth = Truth.UNKNOWN
    regulated_activity: Truth = Truth.UNKNOWN
    reported_to: tuple[str, ...] = ()

    def evidence(self, duty: str) -> Evidence | None:
        """What is on record for a duty, None where nothing is said."""
        return dict(self.compliance).get(duty)


@dataclass(frozen=True, slots=True)
class Covers:
    """What an approval covers; None where the declaration does not say."""

    handler: str | None
    recipients: tuple[str, ...] | None
    purposes: tuple[str, ...] | None
    categories: tuple[str, ...] | None
    persons: int | None
    onward_to: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Approval:
    """A mechanism on record (批准或备案记录).

    `dates` are (name, day): applied, effective, expires, extension (the day an extension was applied for), filed,
    issued, pipia_completed, renewal_applied, result. `extension` holds the rest of that request: `growth_pct`,
    `important_growth_pct` (numbers), `changed` (words), `incident`, `granted` (booleans; unknown ones left out).
    """

    id: str
    location: Location
    mechanism: str
    covers: Covers
    reference: str | None = None
    dates: tuple[tuple[str, Day], ...] = ()
    text_altered: Truth = Truth.UNKNOWN
    body: str | None = None
    body_listed: Truth = Truth.UNKNOWN
    holder: str | None = None
    result: str | None = None
    changed: tuple[str, ...] = ()
    redone: Truth = Truth.UNKNOWN
    approver: str | None = None
    extension: tuple[tuple[str, "str | int | bool | Decimal | tuple[str, ...]"], ...] = ()
    regime: str | None = None

    def day(self, name: str) -> Day:
        """The date of that name, None where nothing is said."""
        return dict(self.dates).get(name)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A reasoned, dated suppression of one finding."""

    check: str
    at: str
    location: Location
    reason: str | None = None
    owner: str | None = None
    expires: Day = None


@dataclass(frozen=True, slots=True)
class MeasuredCount:
    """People measured for one flow since 1 January up to `as_of`, ordinary and sensitive apart.

    None stands for what was not measured: `collected_abroad` is people whose data was first collected abroad,
    `in_both` those counted as ordinary and as sensitive, `deleted_after_export` those since deleted abroad,
    `forecast_*` the totals expected at the end of the year, `previous_*` people since 1 January of the year before.
    """

    flow: str
    as_of: date
    ordinary: Interval
    sensitive: Interval
    location: Location
    collected_abroad: Interval | None = None
    in_both: Interval | None = None
    deleted_after_export: Interval | None = None
    forecast_ordinary: Interval | None = None
    forecast_sensitive: Interval | None = None
    previous_total: Interval | None = None
    previous_sensitive: Interval | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How the tool is to judge; `floors` are shares from 0 to 1, `checks` are (check, level), `rules` are (folder, place).

    A measured count stands for its day and `counts_fresh_days` after it; later it is only the least there can be.
    Dates that come are told `ahead_days` before.
    """

    sensitivity: str = "gbt45574"
    floors: tuple[tuple[str, float], ...] = ()
    checks: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, Location], ...] = ()
    exclude: tuple[str, ...] = ()
    counts_fresh_days: int = 31
    ahead_days: int = 90


@dataclass(frozen=True, slots=True)
class Declaration:
    """All that is declared in an estate, each kind sorted by id or place."""

    handlers: tuple[Handler, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    systems: tuple[DeclaredSystem, ...] = ()
    grants: tuple[Grant, ...] = ()
    sources: tuple[SourceRule, ...] = ()
    functions: tuple[UserFunction, ...] = ()
    datasets: tuple[DeclaredDataset, ...] = ()
    populations: tuple[Population, ...] = ()
    flows: tuple[DeclaredFlow, ...] = ()
    approvals: tuple[Approval, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    counts: tuple[MeasuredCount, ...] = ()
    settings: Settings = field(default_factory=Settings)
