"""Why the law answers as it does: each condition with its facts and answer, what could be otherwise, what is contested."""

from dataclasses import dataclass

from kuajing.model.truth import Truth

Pair = tuple[str, str]
"""Text in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as a condition speaks of it.

    `of` are the facts it is told from, or `today`, or a day; `clock` what runs from there, the innermost first, such as
    `("after_working_days", 10)`; `day` the day that comes out, `never`, or empty where it is not known.
    """

    of: tuple[str, ...]
    clock: tuple[tuple[str, int], ...]
    day: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition that was asked, with its answer and the conditions it is joined of.

    `function` is `all`, `any`, `not`, `shown`, `named`, `article`, or the question to a fact as `rules/law/conditions.yaml`
    names it; `words` are what it asks for, or the name or key it goes by; `facts` hold the paths it reads and their values.
    """

    function: str
    words: tuple[str, ...]
    answer: Truth
    facts: tuple[tuple[str, str], ...] = ()
    parts: "tuple[Reason, ...]" = ()
    moments: tuple[Moment, ...] = ()

    @property
    def deciding(self) -> "tuple[Reason, ...]":
        """The parts that the answer turns on."""
        if self.function not in {"all", "any"}:
            return self.parts
        return tuple(part for part in self.parts if part.answer is self.answer)


@dataclass(frozen=True, slots=True)
class Opened:
    """A question of law opened into its conditions; `asked` is the key of its words, `citation` may be empty."""

    asked: str
    citation: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """A contested point: how the law is read here, the other reading, where that would lead (None: no other route)."""

    id: str
    default: Pair
    other: Pair
    route: str | None
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What would follow if something were otherwise.

    `facts` hold path, value now and value then; `words` is the key that names them together, or empty. `people` is how many
    people fewer or more that is, where it is a count and that can be told. `possible` holds the routes where several are
    left; `gone` and `added` are violations that fall away or come up.
    """

    words: str
    facts: tuple[tuple[str, str, str], ...]
    people: int | None
    route: str
    possible: tuple[str, ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasoning of one verdict opened up: questions, duties and violations, contested points, the nearest others.

    `lighter` leads to a less demanding route or removes a violation, `heavier` the other way; the smallest come first.
    """

    opened: tuple[Opened, ...]
    contested: tuple[Reading, ...]
    lighter: tuple[Change, ...]
    heavier: tuple[Change, ...]

    def of(self, asked: str) -> Reason | None:
        """The reason under a key, None where it was not opened."""
        return next((one.reason for one in self.opened if one.asked == asked), None)
