"""The facts of who sends and who receives."""

from collections.abc import Iterator
from datetime import date

from kuajing.model.declaration import NEVER, Filing, Handler, Recipient
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth, truth
from kuajing.transfers.fact_values import Fact, dated, known, said, shown_by

MAINLAND = "CN"
ELSEWHERE = "elsewhere"
"""The jurisdiction of what is known to stand abroad, though not where."""

ACCESS = frozenset({"remote_access", "onshore_access"})

LASTING = (
    ("security_measures", "evidence.security_measures"),
    ("incident_plan", "evidence.incident_plan"),
    ("security_officer", "evidence.security_officer"),
    ("local_storage", "evidence.local_storage"),
    ("zone_filing", "evidence.zone_filed"),
    ("child_rules", "evidence.child_rules"),
    ("important_data_reported", "evidence.important_reported"),
)
"""Duties of a handler that are shown by a day or a file, with the fact that it becomes."""

RECURRING = (
    ("audit", "evidence.audited"),
    ("important_data_annual_report", "evidence.important_annual_report"),
)
"""Duties of a handler that come round: what counts is the day."""

AREAS = (
    "Shanghai-citywide",
    "Beijing",
    "Chongqing",
    "Fujian",
    "Guangdong",
    "Guangxi",
    "Hainan",
    "Hubei",
    "Jiangsu",
    "Shanghai",
    "Tianjin",
    "Zhejiang",
)
"""Areas of free trade zones in the word of the assessment; a list's id begins with one of them."""


def handler_facts(handler: Handler | None, group_members: int, on: date) -> Iterator[Fact]:
    """What is declared of a handler, as it was on a day."""
    if handler is None:
        return
    if handler.base is not None:
        yield "handler.base", "mainland" if handler.base in {"mainland", MAINLAND} else "overseas"
    yield from known("handler.pipl_a3_2", handler.serves_mainland)
    yield from known("handler.representative_in_china", _is_filed(handler.representative, on))
    yield from known("handler.ciio", _is_ciio(handler, on))
    if handler.ciio is Truth.NO and handler.ciio_notified_on is NEVER:
        yield "handler.ciio_notified", False
    yield from known("handler.state_organ", handler.state_organ)
    yield from said("handler.sector", handler.sector)
    yield from said("handler.city", handler.city)
    yield "handler.ftz", zone_area(handler.zone_list) or "none"
    yield from said("handler.ftz_list_position", handler.zone_position if handler.zone_list else None)
    if handler.persons_held_known:
        yield "handler.pi_handled_total", handler.persons_held
    reached = handler.persons_line_reached_on
    yield from said("handler.pipo_threshold_reached", reached if isinstance(reached, date) else None)
    if handler.officer is not None:
        yield from dated("handler.pipo_filed", handler.officer.filed_on, on)
    yield from known("handler.group_split_artificial", handler.group_split_artificial)
    if group_members:
        yield "handler.group_members", group_members
    yield from _lasting(handler, on)


def _lasting(handler: Handler, on: date) -> Iterator[Fact]:
    """What shows the duties of a handler that go on, whatever it sends."""
    for duty, path in LASTING:
        yield from known(path, shown_by(handler.evidence(duty), on))
    for duty, path in RECURRING:
        evidence = handler.evidence(duty)
        if evidence is not None and evidence.applies:
            yield from dated(path, NEVER if evidence.given is Truth.NO else evidence.on, on)


def _is_ciio(handler: Handler, on: date) -> Truth:
    """Only a notification makes an operator of critical information infrastructure 关键信息基础设施运营者."""
    notified = handler.ciio_notified_on
    if handler.ciio is Truth.YES and isinstance(notified, date) and notified > on:
        return Truth.NO
    return handler.ciio


def _is_filed(filing: Filing | None, on: date) -> Truth:
    """Whether somebody is named and filed on that day."""
    if filing is None or filing.filed_on is None:
        return Truth.UNKNOWN
    return truth(isinstance(filing.filed_on, date) and filing.filed_on <= on)


def zone_area(listed: str | None) -> str | None:
    """The area of a list such as `shanghai-2025`; None where the id begins with no area that has lists."""
    folded = (listed or "").lower()
    return next(
        (area for area in AREAS if folded == area.lower() or folded.startswith(f"{area.lower()}-")), None
    )


def recipient_facts(
    recipient: Recipient | None, placement: Placement, onward: tuple[str, ...], act: str
) -> Iterator[Fact]:
    """Where data is received, stored or opened, by whom, and who gets it next."""
    yield from said("recipient.jurisdiction", _jurisdiction(recipient, placement))
    if act in ACCESS:
        yield from said("recipient.physical_location", _sits(recipient, placement))
    yield from said("recipient.onward_to", onward)
    if recipient is None:
        return
    yield from said("recipient.city", recipient.city)
    yield from said("recipient.role", recipient.role)
    yield from known("recipient.on_restricted_list", recipient.restricted_list)


def _jurisdiction(recipient: Recipient | None, placement: Placement) -> str | None:
    """The place where data is received; the recipient's own only where that is somewhere abroad as well."""
    if len(placement.jurisdiction) == len(MAINLAND):
        return placement.jurisdiction
    if placement.mainland is Truth.UNKNOWN:
        return None
    declared = recipient.jurisdiction if recipient else None
    if placement.mainland is Truth.YES:
        return MAINLAND
    return declared if declared and declared != MAINLAND else ELSEWHERE


def _sits(recipient: Recipient | None, placement: Placement) -> str | None:
    """Where the people who open the data sit: where their workplace stands, else where the declaration says."""
    if placement.mainland is not Truth.UNKNOWN:
        return "mainland" if placement.mainland is Truth.YES else "abroad"
    return recipient.physical_location if recipient else None
