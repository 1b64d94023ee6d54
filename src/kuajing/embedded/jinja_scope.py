"""The names of a Jinja text and what they are worth where it is read, as far as the text itself says so."""

import re
from dataclasses import dataclass, field

from kuajing.embedded.dbt_calls import called, is_known
from kuajing.embedded.jinja_choices import loop_parts
from kuajing.embedded.jinja_reader import evaluated
from kuajing.embedded.jinja_values import UNKNOWN, Relation, Value, Values, truth

MOST_ROUNDS = 500
"""How many rounds of loops one reading writes out; the loops past it stand once."""
_SET = re.compile(r"(?P<names>[\w.]+(?:\s*,\s*\w+)*)\s*=(?!=)\s*(?P<value>.*)", re.DOTALL)
_CONDITION = re.compile(r"(?P<items>.*?)\s+if\s+(?P<condition>.*)", re.DOTALL)
_HEAD = re.compile(r"(?P<path>[A-Za-z_][\w.]*+)\s*\(")
_CHOOSES = re.compile(r"\b(?:if|or)\b")
_ONCE: Values = {"first": True, "last": True, "index": 1, "index0": 0, "revindex": 1, "length": 1}


@dataclass(slots=True)
class Rounds:
    """How many rounds are left to all loops of one reading together."""

    left: int = MOST_ROUNDS


@dataclass(slots=True)
class Scope:
    """What names are worth; `doubts` counts the conditions around here that nobody knows."""

    values: Values
    rounds: Rounds = field(default_factory=Rounds)
    doubts: int = 0

    @staticmethod
    def of_text(own_name: str | None) -> "Scope":
        """The scope of a whole text that dbt runs for good."""
        own: Values = {"this": Relation(own_name)} if own_name is not None else {}
        return Scope({"execute": True, **own})

    def value(self, expression: str) -> Value:
        """The value of an expression."""
        head = _HEAD.match(expression)
        if head is not None and not _CHOOSES.search(expression) and self._is_foreign(head["path"]):
            return UNKNOWN
        return evaluated(expression, self.values, called)

    def _is_foreign(self, path: str) -> bool:
        """Whether a call goes to what neither the text nor dbt knows, which is so of most."""
        return path.split(".", maxsplit=1)[0] not in self.values and not is_known(path)

    def holds(self, condition: str) -> bool | None:
        """Whether a condition holds, None where nobody knows."""
        return truth(self.value(condition))

    def put(self, rest: str) -> None:
        """Follow a `set`: what is only perhaps set over another value is not known any more."""
        found = _SET.fullmatch(rest)
        if found is None:
            return
        value = self.value(found["value"])
        names = found["names"].split(",")
        for name in (one.strip() for one in names):
            self.give(name, value if len(names) == 1 else UNKNOWN)

    def give(self, name: str, value: Value) -> None:
        """Give a value to a name, or to a member of a namespace."""
        whole, _, part = name.partition(".")
        held = self.values.get(whole) if part else self.values
        if isinstance(held, dict):
            key = part or whole
            is_doubted = self.doubts > 0 and key in held and held[key] != value
            held[key] = UNKNOWN if is_doubted else value

    def each(self, rest: str) -> "list[Scope] | None":
        """A scope for each round of a loop; None where nobody knows the rounds, or where they are too many."""
        parts = loop_parts(rest)
        if parts is None or self.rounds.left <= 0:
            return None
        items, condition = self._items(parts[1])
        rounds = [self._round(parts[0], item, _ONCE) for item in items] if items is not None else None
        if rounds is not None and condition:
            known = [one.holds(condition) for one in rounds]
            rounds = (
                [one for one, holds in zip(rounds, known, strict=True) if holds]
                if None not in known
                else None
            )
        if rounds is None or len(rounds) > self.rounds.left:
            return None
        self.rounds.left -= max(1, len(rounds))
        for index, one in enumerate(rounds):
            one.values["loop"] = {
                "first": index == 0,
                "last": index == len(rounds) - 1,
                "index": index + 1,
                "index0": index,
                "revindex": len(rounds) - index,
                "length": len(rounds),
            }
        return rounds

    def once(self, rest: str) -> "Scope":
        """The scope of a loop whose rounds nobody knows: it stands once, for any of them."""
        parts = loop_parts(rest)
        return self._round(parts[0] if parts is not None else [], UNKNOWN, _ONCE)

    def _items(self, expression: str) -> tuple[list[Value] | None, str]:
        found = _CONDITION.fullmatch(expression)
        value = self.value(found["items"] if found is not None else expression)
        items = list(value) if isinstance(value, list | dict) else None
        return items, found["condition"] if found is not None else ""

    def _round(self, names: list[str], item: Value, loop: Values) -> "Scope":
        parts = item if isinstance(item, list) and len(item) == len(names) else [UNKNOWN] * len(names)
        given: Values = {names[0]: item} if len(names) == 1 else dict(zip(names, parts, strict=True))
        return Scope({**self.values, **given, "loop": dict(loop)}, self.rounds, self.doubts)
