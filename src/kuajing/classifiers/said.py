"""What a map kept elsewhere says of a column, beside what its name and comment show: a map may add, never clear."""

from collections.abc import Iterable
from dataclasses import replace

from kuajing.classifiers.declared import declared_classification
from kuajing.classifiers.sensitivity import CONDITIONAL, NO, YES, sensitivity
from kuajing.classifiers.surroundings import Surroundings
from kuajing.classifiers.vocabulary import Vocabulary
from kuajing.model.estate import SaidCategory
from kuajing.model.facts import Basis
from kuajing.model.labels import NO_CATEGORY, Classification, Outcome

_STRENGTH = (NO, CONDITIONAL, YES)


def with_said(
    found: Classification,
    said: Iterable[SaidCategory],
    table: Surroundings,
    vocabulary: Vocabulary,
    *,
    aggregated: bool = False,
) -> Classification:
    """The classification of a column of which maps say something.

    What the map says counts as declared. Where its word is wider than what the column shows, the narrower category
    stays; so does a surely found category that is more sensitive. That a map calls a column no personal data clears
    nothing.
    """
    every = tuple(said)
    evidence = (*found.evidence, *(f"{one.mechanism}:{one.word}" for one in every))
    personal = [one for one in every if one.category != NO_CATEGORY]
    if not personal:
        return replace(found, evidence=evidence)
    answers = [(one, _of(one, found, table, vocabulary, aggregated=aggregated)) for one in personal]
    first, chosen = max(answers, key=lambda pair: _strength(pair[1]))
    if _is_covered(found.category, (first.category, *first.covers)):
        chosen = replace(found, outcome=Outcome.SURE, basis=Basis.DECLARED)
    elif found.outcome is Outcome.SURE and _strength(found) > _strength(chosen):
        chosen = found
    least = max((one.least for one in personal), key=_STRENGTH.index)
    return replace(
        chosen,
        sensitive=max(chosen.sensitive, least, key=_STRENGTH.index),
        sensitive_gbt35273=max(chosen.sensitive_gbt35273, least, key=_STRENGTH.index),
        evidence=evidence,
    )


def _of(
    one: SaidCategory, found: Classification, table: Surroundings, vocabulary: Vocabulary, *, aggregated: bool
) -> Classification:
    declared = declared_classification(one.category, vocabulary, beside=found)
    leaf = vocabulary.categories.get(one.category)
    if leaf is not None:
        current, strict, _ = sensitivity(leaf, table, opens_account=False, aggregated=aggregated)
        return replace(declared, sensitive=current, sensitive_gbt35273=strict)
    return replace(declared, sensitive=YES, sensitive_gbt35273=YES) if table.minors else declared


def _strength(one: Classification) -> tuple[int, int]:
    return _STRENGTH.index(one.sensitive), _STRENGTH.index(one.sensitive_gbt35273)


def _is_covered(category: str, beginnings: tuple[str, ...]) -> bool:
    return category != NO_CATEGORY and any(f"{category}.".startswith(f"{one}.") for one in beginnings)
