"""The kinds of nodes of sqlglot's trees, by how their value is read."""

from sqlglot import exp

LEAVES = (
    exp.Literal,
    exp.Identifier,
    exp.Var,
    exp.DataType,
    exp.Boolean,
    exp.Null,
)
TAKES_LAMBDAS = (exp.Func, exp.Comprehension)
_TREATED_APART = (
    *LEAVES,
    *TAKES_LAMBDAS,
    exp.Column,
    exp.Dot,
    exp.Query,
    exp.Window,
    exp.Star,
    exp.Columns,
    exp.Parameter,
    exp.Placeholder,
    exp.WithinGroup,
    exp.Filter,
    exp.Lambda,
    exp.PropertyEQ,
    exp.Kwarg,
)
"""All kinds of nodes, among them functions, that are read by rules of their own."""


class _PassingOn(dict[type, bool]):
    """Whether a kind of node does nothing but pass on what stands in it, as operators and aliases do."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = not issubclass(kind, _TREATED_APART)
        return self[kind]


PASSES_ON = _PassingOn()
