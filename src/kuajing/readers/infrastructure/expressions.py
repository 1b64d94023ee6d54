"""The expressions of a Terraform file, as far as they are evaluated, and the blocks that hold them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as it stands."""

    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Template:
    """A string with expressions in it, piece by piece."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Reference:
    """A name and what is asked of it: `var.region`, `aws_s3_bucket.logs[0].arn`; a position in a list is a number."""

    name: str
    steps: "tuple[str | Expression, ...]" = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Values in order."""

    items: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys with values."""

    entries: "tuple[tuple[Expression, Expression], ...]"


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value or another."""

    condition: "Expression"
    then: "Expression"
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two values with a sign between them; one with a sign before it has nothing to its left."""

    sign: str
    left: "Expression | None"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Each:
    """A value made for each of several items, in order or, with `key`, under keys; `names` are what the item goes by."""

    names: tuple[str, ...]
    items: "Expression"
    key: "Expression | None"
    value: "Expression"
    condition: "Expression | None"


@dataclass(frozen=True, slots=True)
class Opaque:
    """An expression that is not evaluated."""


Expression: TypeAlias = (
    Literal | Template | Reference | Listed | Keyed | Call | Choice | Operation | Each | Opaque
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """A name with its expression."""

    name: str
    expression: Expression
    location: Location


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its kind, labels, attributes and the blocks inside it.

    A `dynamic` block goes by the kind it makes; `each` is then what it makes one of each for, `item` the name of that.
    """

    kind: str
    labels: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    blocks: "tuple[Block, ...]"
    location: Location
    each: Expression | None = None
    item: str = ""

    def get(self, name: str) -> Attribute | None:
        """The attribute of that name."""
        return next((one for one in self.attributes if one.name == name), None)

    def named(self, kind: str) -> "Iterator[Block]":
        """The blocks of that kind."""
        return (one for one in self.blocks if one.kind == kind)
