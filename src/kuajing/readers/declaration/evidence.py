"""What is on record for the duties of a flow: the key `compliance`."""

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from kuajing.model.declaration import NEVER, Evidence
from kuajing.model.truth import Truth
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import Entry, given
from kuajing.readers.declaration.faults import fault, shown
from kuajing.readers.declaration.kinds import DATE, NULL, Maybe, OrElse, Read, one_of
from kuajing.readers.declaration.values import DayValue, Path

_NOT_APPLICABLE = "not_applicable"


def _read_standing(value: object) -> Truth | None:
    match value:
        case True | "yes":
            return Truth.YES
        case False | "no":
            return Truth.NO
        case "unknown":
            return Truth.UNKNOWN
        case "not_applicable":
            return None
    raise fault("not_evidence", found=shown(value))


_STANDING = {"$comment": "standing", "enum": [*words.ANSWERS, _NOT_APPLICABLE, True, False]}
Standing = Annotated[Truth | None, Read(_read_standing, (_STANDING,), "standing")]


class EvidenceEntry(Entry):
    """What is on record for one duty: a date and a file; or a bare answer or date."""

    given: Standing = Field(default=Truth.UNKNOWN, description="Whether it is there, where no date is known.")
    on: DayValue = Field(default=None, description="The day; `null` if it is known not to have come.")
    file: Path = Field(default=None, description="The file that shows it, from the root of the repository.")
    form: Annotated[str | None, one_of(words.CONSENT_FORMS)] = Field(
        default=None, description="For consent: its form."
    )
    missing: Maybe[list[Annotated[str | None, one_of(words.NOTICE_ITEMS)]]] = Field(
        default=None, description="For the notice: items that it lacks."
    )

    def value(self) -> Evidence:
        """The evidence as a plain value."""
        return Evidence(
            given=self._answer(),
            applies=self.given is not None,
            on=self.on,
            file=self.file,
            form=self.form,
            missing=given(self.missing),
        )

    def _answer(self) -> Truth:
        """Whether it is there: what is said outright, else a date known not to have come, else a date or file."""
        if self.given is None:
            return Truth.UNKNOWN
        if self.given is not Truth.UNKNOWN:
            return self.given
        if self.on is NEVER:
            return Truth.NO
        return Truth.UNKNOWN if self.on is None and self.file is None else Truth.YES


class AssessmentEntry(EvidenceEntry):
    """The impact assessment (个人信息保护影响评估); the day it was completed may be called `completed`."""

    completed: DayValue = Field(default=None, description="The day it was completed; another word for `on`.")

    @model_validator(mode="after")
    def _one_date(self) -> "AssessmentEntry":
        if {"on", "completed"} <= self.model_fields_set:
            raise fault("said_twice", first="on", second="completed")
        return self

    def value(self) -> Evidence:
        """The evidence as a plain value."""
        if "completed" not in self.model_fields_set:
            return super().value()
        return EvidenceEntry.model_construct(
            self.model_fields_set, **{**dict(self), "on": self.completed}
        ).value()


def _bare(value: object) -> object:
    """A bare answer or date as the mapping it stands for."""
    if isinstance(value, dict):
        return value
    if value is None or (
        isinstance(value, str | int) and not isinstance(value, bool) and str(value)[:1].isdigit()
    ):
        return {"on": value}
    return {"given": value}


_BARE = OrElse((_STANDING, DATE, NULL))
EvidenceValue = Annotated[EvidenceEntry | None, BeforeValidator(_bare), _BARE]
AssessmentValue = Annotated[AssessmentEntry | None, BeforeValidator(_bare), _BARE]


class ComplianceEntry(Entry):
    """What is on record for each duty; what is not named is unknown."""

    notice_art39: EvidenceValue = Field(
        default=None,
        description="People were told (向个人告知): `on`, `file`, and items that are `missing`.",
    )
    separate_consent: EvidenceValue = Field(
        default=None, description="Separate consent was obtained (单独同意)."
    )
    guardian_consent: EvidenceValue = Field(
        default=None, description="A parent or guardian agreed (监护人同意)."
    )
    pipia: AssessmentValue = Field(default=None, description="The impact assessment made before the export.")
    authority_approval: EvidenceValue = Field(
        default=None, description="The Chinese authority agreed to give data to a foreign one (主管机关批准)."
    )
    d790_contract_and_records: EvidenceValue = Field(
        default=None,
        description="The contract with the recipient and the records kept, where not said under `recipients`.",
    )
    hgr_filed: EvidenceValue = Field(
        default=None, description="Human genetic resources: filing and backup made (人类遗传资源)."
    )

    def value(self) -> tuple[tuple[str, Evidence], ...]:
        """The evidence by duty, sorted."""
        return tuple(
            (name, body.value())
            for name in sorted(self.model_fields_set)
            if isinstance(body := getattr(self, name), EvidenceEntry)
        )
