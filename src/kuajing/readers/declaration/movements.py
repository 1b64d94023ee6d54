"""Movements, the exemptions claimed for them and the duties met: the section `flows`."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kuajing.model.declaration import Claim, DeclaredFlow
from kuajing.model.truth import Truth
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import Entry, given
from kuajing.readers.declaration.evidence import ComplianceEntry
from kuajing.readers.declaration.faults import BLANK, fault, shown
from kuajing.readers.declaration.kinds import Maybe, OrElse, one_of
from kuajing.readers.declaration.places import Status
from kuajing.readers.declaration.values import Answer, DayValue, Path, Text, Word
from kuajing.source.location import Location


class ClaimEntry(Entry):
    """The ground of a claimed exemption."""

    ground: Text = Field(default=None, description="Why it holds, in words.")
    file: Path = Field(default=None, description="The file that shows it.")
    subjects: Annotated[str | None, one_of(words.HR_SUBJECTS)] = Field(
        default=None, description="For `hr`: whose data it is."
    )
    overseas_decides: Answer = Field(
        default=Truth.UNKNOWN, description="For `hr`: whether the party abroad decides on hiring."
    )
    individual_is_party: Answer = Field(
        default=Truth.UNKNOWN, description="For `contract`: whether the individual concluded the contract."
    )
    domestic_pi_introduced: Answer = Field(
        default=Truth.UNKNOWN,
        description="For `transit`: whether personal data collected in the mainland was joined in.",
    )
    domestic_important_introduced: Answer = Field(
        default=Truth.UNKNOWN,
        description="For `transit`: whether important data of the mainland was joined in.",
    )

    def value(self, name: str) -> Claim:
        """The claim as a plain value."""
        answers = {
            "domestic_important_introduced": self.domestic_important_introduced,
            "domestic_pi_introduced": self.domestic_pi_introduced,
            "individual_is_party": self.individual_is_party,
            "overseas_decides": self.overseas_decides,
        }
        details: list[tuple[str, str | bool | int]] = [
            (detail, answer is Truth.YES) for detail, answer in answers.items() if answer is not Truth.UNKNOWN
        ]
        if self.subjects is not None:
            details.append(("subjects", self.subjects))
        return Claim(name, self.ground, self.file, tuple(details))


def _bare_claim(value: object) -> object:
    if value is None or value is BLANK or value is True or value == "yes":
        return {}
    if value is False or value in ("no", "unknown"):
        raise fault("claim_not_claimed", found=shown(value))
    return value


ClaimValue = Annotated[
    ClaimEntry | None,
    BeforeValidator(_bare_claim),
    OrElse(({"enum": ["yes", True, None]},)),
]


class ClaimsEntry(Entry):
    """Exemptions that are claimed."""

    contract: ClaimValue = Field(
        default=None, description="A contract to which the individual is party needs the export."
    )
    hr: ClaimValue = Field(default=None, description="Cross-border management of staff.")
    emergency: ClaimValue = Field(
        default=None, description="Protection of life, health or property in an emergency."
    )
    legal_duty: ClaimValue = Field(default=None, description="A duty under Chinese law.")
    transit: ClaimValue = Field(
        default=None, description="Data collected abroad that passes through the mainland."
    )
    trade: ClaimValue = Field(
        default=None, description="Trade, transport, research and the like without such data."
    )
    ftz: ClaimValue = Field(default=None, description="Data outside the list of a free trade zone.")
    de_minimis: ClaimValue = Field(default=None, description="Few people since 1 January.")
    anonymised: ClaimValue = Field(default=None, description="Data that is anonymous and cannot be restored.")
    automotive_guideline_exemption: ClaimValue = Field(
        default=None, description="A case named by the automotive guideline."
    )

    def value(self) -> tuple[Claim, ...]:
        """The claims as plain values, sorted by name."""
        return tuple(
            body.value(name)
            for name in sorted(self.model_fields_set)
            if isinstance(body := getattr(self, name), ClaimEntry)
        )


def _claims_by_name(value: object) -> object:
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return dict.fromkeys(value, BLANK)
    if value == "unknown":
        return {}
    if not isinstance(value, dict):
        raise fault("not_claims", found=shown(value))
    return value


Claims = Annotated[
    ClaimsEntry,
    BeforeValidator(_claims_by_name),
    OrElse(
        (
            {"type": "array", "items": {"enum": list(ClaimsEntry.model_fields)}},
            {"const": "unknown"},
        )
    ),
]


class FlowEntry(Entry):
    """A movement that no file shows, or the purpose of one that files do show."""

    id: Word = Field(description="Its name; findings, counts and approvals call it by this.")
    from_: Word = Field(alias="from", description="The dataset it leaves, or its system.")
    to: Word = Field(description="The dataset it reaches, or its system.")
    columns: Maybe[list[Text]] = Field(
        default=None, description="The columns that move; all where none is named."
    )
    mode: Annotated[str | None, one_of(words.MODES)] = Field(default=None, description="The act.")
    purpose: Text = Field(
        default=None, description="What for, in one word, such as `customer_support` or `cross_border_hr`."
    )
    status: Status = Field(default=None, description="`stopped`: its people still count this year.")
    since: DayValue = Field(default=None, description="The day of the first export under this flow.")
    legal_basis: Annotated[str | None, one_of(words.LEGAL_BASES, null=True)] = Field(
        default=None, description="The ground for handling; `null` where no personal data moves."
    )
    necessary: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether the export is needed for the purpose and is least in scope.",
    )
    claims: Claims = Field(
        default=ClaimsEntry(), description="Exemptions claimed: a list, or each with its ground."
    )
    compliance: Maybe[ComplianceEntry] = Field(default=None, description="What is on record for each duty.")
    deidentified: Answer = Field(
        default=Truth.UNKNOWN, description="Whether it is de-identified; it stays personal."
    )
    encrypted: Answer = Field(
        default=Truth.UNKNOWN, description="Whether it is encrypted; it stays personal."
    )
    key_location: Annotated[str | None, one_of(words.SIDES)] = Field(
        default=None, description="Where the key lies."
    )
    securities_business: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether these are documents on securities business asked for by a foreign regulator.",
    )
    regulated_activity: Answer = Field(
        default=Truth.UNKNOWN,
        description="Whether the data belongs to the activity that the handler's sector rule governs.",
    )
    reported_to: Maybe[list[Annotated[str | None, one_of(words.AUTHORITIES)]]] = Field(
        default=None, description="Authorities told of the case (automotive guideline)."
    )

    def value(self, location: Location) -> DeclaredFlow:
        """The flow as a plain value."""
        return DeclaredFlow(
            id=self.id,
            location=location,
            source=self.from_,
            target=self.to,
            columns=given(self.columns),
            mode=self.mode,
            purpose=self.purpose,
            status=self.status,
            since=self.since,
            legal_basis=self.legal_basis,
            necessary=self.necessary,
            claims=self.claims.value(),
            compliance=self.compliance.value() if self.compliance else (),
            deidentified=self.deidentified,
            encrypted=self.encrypted,
            key_location=self.key_location,
            securities_business=self.securities_business,
            regulated_activity=self.regulated_activity,
            reported_to=given(self.reported_to),
        )
