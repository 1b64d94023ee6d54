"""A category that a person declares for a column."""

from kuajing.classifiers.vocabulary import Vocabulary
from kuajing.model.facts import Basis
from kuajing.model.labels import NO_CATEGORY, Classification, Outcome


def declared_classification(
    category: str, vocabulary: Vocabulary, *, beside: Classification | None = None
) -> Classification:
    """The classification of a declared category, `none` among them; `beside` is what the classifier had found.

    A category below or above the leaves of the tree is taken as declared; one the tree lacks has the sensitivity of
    its group where all of that agrees, else `conditional`. Indicators of important data stay: a person clears them
    in the declaration's `important`.
    """
    found = () if beside is None else (f"classifier:{beside.category}",)
    important = () if beside is None else beside.important
    evidence = ("declared", *found)
    if category == NO_CATEGORY:
        return Classification(NO_CATEGORY, Outcome.NONE, "no", "no", important, evidence, Basis.DECLARED)
    current, strict = _sensitivity(category, vocabulary)
    deidentified = beside is not None and beside.deidentified
    return Classification(
        category, Outcome.SURE, current, strict, important, evidence, Basis.DECLARED, deidentified
    )


def _sensitivity(category: str, vocabulary: Vocabulary) -> tuple[str, str]:
    exact = vocabulary.categories.get(category)
    if exact is not None:
        return exact.gbt45574, exact.gbt35273
    below = [row for row in vocabulary.categories.values() if row.id.startswith(f"{category}.")]
    rows = below or [row for row in vocabulary.categories.values() if category.startswith(f"{row.group}.")]
    return _agreed({row.gbt45574 for row in rows}), _agreed({row.gbt35273 for row in rows})


def _agreed(answers: set[str]) -> str:
    return answers.pop() if len(answers) == 1 else "conditional"
