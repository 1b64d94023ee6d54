"""Declared flows as privacy declarations of fideslang: what for, which data, about whom, to whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.estate import BoundFlow
from kuajing.reports.fideslang_contents import Contents
from kuajing.taxonomies import fides_words


@dataclass(frozen=True, slots=True)
class PrivacyDeclaration:
    """One purpose of a system; `target` is the id of the system that gets the data."""

    name: str
    system: str
    use: str
    categories: tuple[str, ...]
    subjects: tuple[str, ...]
    target: str


def privacy_declarations(analysis: Analysis, contents: Contents) -> tuple[PrivacyDeclaration, ...]:
    """A declaration for each system that a flow with a known purpose begins in."""
    people = {name: one.people for name, one in analysis.estate.declared}
    told: list[PrivacyDeclaration] = []
    for bound in analysis.estate.flows:
        use = fides_words().uses.get(bound.flow.purpose or "")
        said = [who.subjects for name in bound.sources if (who := people.get(name)) and who.subjects]
        subjects = tuple(sorted({known for one in said if (known := fides_words().subjects.get(one))}))
        for system in sorted({name.system for name in bound.sources}) if use else ():
            categories = contents.of_flow(bound)
            told.append(
                PrivacyDeclaration(
                    bound.flow.id, system, use or "", categories, subjects, bound.target_system
                )
            )
    return tuple(told)


def purposes_left_out(flows: Iterable[BoundFlow]) -> Mapping[str, tuple[str, ...]]:
    """Flows without a privacy declaration by the purpose they declare, empty where they declare none."""
    found: dict[str, list[str]] = {}
    for bound in flows:
        purpose = bound.flow.purpose or ""
        if purpose not in fides_words().uses:
            found.setdefault(purpose, []).append(bound.flow.id)
    return {purpose: tuple(sorted(ids)) for purpose, ids in sorted(found.items())}


def subjects_left_out(analysis: Analysis) -> tuple[str, ...]:
    """Words for groups of people that fideslang has none for."""
    said = {one.people.subjects for _, one in analysis.estate.declared if one.people and one.people.subjects}
    return tuple(sorted(said - fides_words().subjects.keys()))
