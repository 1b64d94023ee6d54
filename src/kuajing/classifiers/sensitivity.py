"""How sensitive a category is where it stands, under both national lists."""

from kuajing.classifiers.surroundings import Surroundings
from kuajing.classifiers.vocabulary import Category

NO, YES, CONDITIONAL = "no", "yes", "conditional"


def sensitivity(
    category: Category, table: Surroundings, *, opens_account: bool, aggregated: bool
) -> tuple[str, str, tuple[str, ...]]:
    """Sensitivity under GB/T 45574-2025 and GB/T 35273-2020, with the words of evidence that raised it.

    Everything about children under fourteen is sensitive. What is harmless alone is conditional beside other data of
    the same people.
    """
    if table.minors:
        return YES, YES, (f"minors:{table.minors}",)
    if category.gbt45574 == NO and "of_account" in category.marks and opens_account:
        return YES, YES, ("opens:account",)
    if category.gbt45574 == NO and "aggregated" in category.marks and aggregated:
        return CONDITIONAL, category.gbt35273, ("aggregated",)
    return category.gbt45574, category.gbt35273, ()
