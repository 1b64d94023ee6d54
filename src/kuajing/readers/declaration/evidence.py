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


class _Record(Entry):
    """Duties by name, each with its evidence; what is not named is unknown."""

    def value(self) -> tuple[tuple[str, Evidence], ...]:
        """The evidence by duty, sorted."""
        return tuple(
            (name, body.value())
            for name in sorted(self.model_fields_set)
            if isinstance(body := getattr(self, name), EvidenceEntry)
        )


class HandlerComplianceEntry(_Record):
    """What is on record for each lasting duty of a handler, whatever it sends."""

    security_measures: EvidenceValue = Field(
        default=None, description="Data that leaves is kept secure: rules and technical measures (安全措施)."
    )
    incident_plan: EvidenceValue = Field(
        default=None, description="Incidents are remedied and reported to the province (安全事件应急预案)."
    )
    audit: EvidenceValue = Field(
        default=None, description="The last compliance audit (合规审计); `on` is the day of its report."
    )
    security_officer: EvidenceValue = Field(
        default=None,
        description="An officer from the management and a body for data security (数据安全负责人和管理机构).",
    )
    local_storage: EvidenceValue = Field(
        default=None, description="What was collected in the mainland is stored there too (境内存储)."
    )
    zone_filing: EvidenceValue = Field(
        default=None, description="The use of a free trade zone's list was filed locally (负面清单备案)."
    )
    child_rules: EvidenceValue = Field(
        default=None, description="Rules of their own for children under fourteen (未成年人专门处理规则)."
    )
    important_data_reported: EvidenceValue = Field(
        default=None,
        description="Data that may be important was identified and reported (重要数据识别、申报).",
    )
    important_data_annual_report: EvidenceValue = Field(
        default=None,
        description="The yearly risk assessment of important data; `on` is the day it was reported.",
    )


class ComplianceEntry(_Record):
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
    self_assessment: EvidenceValue = Field(
        default=None, description="The self-assessment before the application (数据出境风险自评估)."
    )
    legal_document: EvidenceValue = Field(
        default=None, description="The legal document with the recipient for the assessment (法律文件)."
    )
    important_data_risk_assessment: EvidenceValue = Field(
        default=None, description="The risk assessment before important data is provided (重要数据风险评估)."
    )
