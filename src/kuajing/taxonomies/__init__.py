"""The words of other taxonomies for what ours names, both ways."""

from kuajing.taxonomies.fides import FidesWords, Meaning, fides_words

__all__ = ["FidesWords", "Meaning", "fides_words"]
