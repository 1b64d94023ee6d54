"""Counts that are known only between two bounds."""

from dataclasses import dataclass

from kuajing.model.truth import NO, UNKNOWN, YES, Truth


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole numbers from `low` to `high`, both included; `high` None means no ceiling is known.

    Raises ValueError where the bounds are negative or crossed.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"no interval: {self.low} to {self.high}")

    @classmethod
    def exactly(cls, count: int) -> "Interval":
        """One known number."""
        return cls(count, count)

    @property
    def is_exact(self) -> bool:
        """Whether one number is left."""
        return self.low == self.high

    def at_least(self, bound: int) -> Truth:
        """Whether the count reaches `bound`."""
        if self.low >= bound:
            return YES
        return NO if self.high is not None and self.high < bound else UNKNOWN

    def __add__(self, other: "Interval") -> "Interval":
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(self.low + other.low, high)

    def __str__(self) -> str:
        if self.high is None:
            return f"≥ {self.low:,}"
        return f"{self.low:,}" if self.is_exact else f"{self.low:,}–{self.high:,}"


NOTHING_KNOWN = Interval(0, None)
