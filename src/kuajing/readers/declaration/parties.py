"""Who decides and who receives: the sections `handlers` and `recipients`."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kuajing.model.declaration import Handler, Instrument, Recipient, RecipientContract
from kuajing.model.interval import NOTHING_KNOWN
from kuajing.model.truth import Truth
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import NO_NAME, Entry, FilingEntry, Name, given
from kuajing.readers.declaration.evidence import HandlerComplianceEntry
from kuajing.readers.declaration.kinds import Maybe, OrElse, blank_is_empty, one_of
from kuajing.readers.declaration.values import Answer, Ceiling, Count, DayValue, Path, Sector, Text
from kuajing.readers.declaration.whereabouts import Base, Jurisdiction
from kuajing.source.location import Location


class ZoneEntry(Entry):
    """The free trade zone list (负面清单) that a handler stands inside of, and where its data stands on it."""

    list: Text = Field(
        default=None, description="The list, such as `shanghai-2025`; it begins with the area."
    )
    position: Annotated[str | None, one_of(words.ZONE_POSITIONS)] = Field(
        default=None, description="Where this data stands against the list in force."
    )


class InstrumentEntry(Entry):
    """Labour rules or a collective contract."""

    lawful: Answer = Field(default=Truth.UNKNOWN, description="Whether it was lawfully made.")
    file: Path = Field(default=None, description="The file that shows it, from the root of the repository.")

    def value(self) -> Instrument:
        """The instrument as a plain value."""
        return Instrument(self.lawful, self.file)


class HandlerEntry(Entry):
    """A legal person who decides about data (个人信息处理者)."""

    name: Name = Field(default=NO_NAME, description="Its name, as one text or as `{zh: …, en: …}`.")
    base: Base = Field(
        default=None, description="Where it is established: `mainland` or a jurisdiction code."
    )
    city: Text = Field(
        default=None, description="Its registered city; read for the Greater Bay Area contract."
    )
    ciio: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether it was notified as operator of critical information infrastructure (关键信息基础设施运营者). "
        "`yes` wants `ciio_notified_on`.",
    )
    ciio_notified_on: DayValue = Field(default=None, description="The day of that notification.")
    state_organ: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether it is a state organ or performs statutory public functions.",
    )
    sector: Sector = Field(
        default=None,
        description="The regulated activity. Sector rules know `automotive`, `credit_bureau`, `health`, `internet_map`, "
        "`medicine` and `ride_hailing`; any other word describes.",
    )
    group: Text = Field(
        default=None, description="The group it belongs to; for splitting and for joint filing."
    )
    group_split_artificial: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether one business was divided among companies to stay under a line.",
    )
    persons_held: Count = Field(default=None, description="People whose data it holds now.")
    persons_line_reached_on: DayValue = Field(
        default=None,
        description="The day `persons_held` reached the number from which an officer must be filed.",
    )
    zone: Maybe[ZoneEntry] = Field(default=None, description="The free trade zone list it stands inside of.")
    officer: Maybe[FilingEntry] = Field(
        default=None, description="Its officer for personal information (个人信息保护负责人)."
    )
    representative: Maybe[FilingEntry] = Field(
        default=None, description="For a handler abroad: its body or representative in the mainland."
    )
    serves_mainland: Answer = Field(
        default=Truth.UNKNOWN,
        description="For a handler abroad: whether it handles data of people in the mainland to offer them something "
        "or to analyse them.",
    )
    labour_rules: Maybe[InstrumentEntry] = Field(
        default=None, description="Its labour rules; the exemption for staff asks for these and the next."
    )
    collective_contract: Maybe[InstrumentEntry] = Field(default=None, description="Its collective contract.")
    compliance: Maybe[HandlerComplianceEntry] = Field(
        default=None, description="What is on record for its lasting duties, whatever it sends."
    )
    acts_for: Maybe[list[Text]] = Field(default=None, description="Handlers for whom it only processes.")
    joint_with: Maybe[list[Text]] = Field(default=None, description="Handlers with whom it decides jointly.")

    def value(self, identity: str, location: Location) -> Handler:
        """The handler as a plain value."""
        zone = self.zone or ZoneEntry()
        return Handler(
            id=identity,
            location=location,
            name_zh=self.name.zh,
            name_en=self.name.en,
            base=self.base,
            city=self.city,
            ciio=self.ciio,
            ciio_notified_on=self.ciio_notified_on,
            state_organ=self.state_organ,
            sector=self.sector,
            group=self.group,
            persons_held=self.persons_held or NOTHING_KNOWN,
            persons_held_known=self.persons_held not in {None, NOTHING_KNOWN},
            persons_line_reached_on=self.persons_line_reached_on,
            zone_list=zone.list,
            zone_position=zone.position,
            officer=self.officer.value() if self.officer else None,
            representative=self.representative.value() if self.representative else None,
            serves_mainland=self.serves_mainland,
            labour_rules=self.labour_rules.value() if self.labour_rules else None,
            collective_contract=self.collective_contract.value() if self.collective_contract else None,
            acts_for=given(self.acts_for),
            joint_with=given(self.joint_with),
            group_split_artificial=self.group_split_artificial,
            compliance=self.compliance.value() if self.compliance else (),
        )


class ContractEntry(Entry):
    """The contract with a recipient."""

    d790_a12: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether it and the records kept are as the Network Data Regulations want (网络数据安全管理条例).",
    )
    records_until: DayValue = Field(default=None, description="The day until which the records are kept.")
    audit_rights: Answer = Field(
        default=Truth.UNKNOWN, description="Whether the handler may audit the recipient."
    )
    breach_notice_hours: Ceiling = Field(
        default=None, description="Hours within which a breach must be told."
    )
    file: Path = Field(default=None, description="The contract, from the root of the repository.")

    def value(self) -> RecipientContract:
        """The contract as a plain value."""
        return RecipientContract(
            self.d790_a12, self.records_until, self.audit_rights, self.breach_notice_hours, self.file
        )


class RecipientEntry(Entry):
    """Who gets or sees the data outside the mainland (境外接收方)."""

    name: Name = Field(default=NO_NAME, description="Its name, as one text or as `{zh: …, en: …}`.")
    jurisdiction: Jurisdiction = Field(
        default=None,
        description="The code of the place where it receives, stores or opens the data, such as US; CN is the mainland, "
        "HK, MO and TW stand for themselves.",
    )
    city: Text = Field(default=None, description="Its city; read for the Greater Bay Area contract.")
    role: Annotated[str | None, one_of(words.ROLES)] = Field(
        default=None, description="What it is to the handler."
    )
    contact: Text = Field(default=None, description="How people reach it.")
    restricted_list: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether it stands on the published list of restricted or forbidden recipients.",
    )
    physical_location: Annotated[str | None, one_of(words.SIDES)] = Field(
        default=None,
        description="Where the people who open the data sit, where that is not its jurisdiction.",
    )
    onward_to: Maybe[list[Text]] = Field(
        default=None, description="Whom it passes the data on to: recipients or jurisdiction codes."
    )
    contract: Maybe[ContractEntry] = Field(
        default=None, description="The contract with it, and the records kept."
    )

    def value(self, identity: str, location: Location) -> Recipient:
        """The recipient as a plain value."""
        return Recipient(
            id=identity,
            location=location,
            name=self.name.en or self.name.zh,
            name_zh=self.name.zh,
            jurisdiction=self.jurisdiction,
            city=self.city,
            role=self.role,
            contact=self.contact,
            restricted_list=self.restricted_list,
            physical_location=self.physical_location,
            onward_to=given(self.onward_to),
            onward_known=self.onward_to is not None and not {None, "unknown"} & set(self.onward_to),
            contract=self.contract.value() if self.contract else None,
        )


_EMPTY = ({"type": "null"},)
Handlers = dict[str, Annotated[HandlerEntry, BeforeValidator(blank_is_empty), OrElse(_EMPTY)]]
Recipients = dict[str, Annotated[RecipientEntry, BeforeValidator(blank_is_empty), OrElse(_EMPTY)]]
