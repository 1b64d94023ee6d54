"""Labels: what a column holds and where a system stands, each with its basis."""

from dataclasses import dataclass
from enum import Enum

from kuajing.model.facts import Basis
from kuajing.model.truth import Truth

NO_CATEGORY = "none"
UNKNOWN_CONTENT = "unknown"
"""The category of columns that nobody named: they may hold anything."""

PERSONAL = "pi"
"""The root of the category tree of personal information, and the category of what such data influenced."""

IMPORTANT = "important:"
"""What the categories of important data begin with; the indicator or the declared status follows."""

SENSITIVE = "sensitive:"
"""What the categories begin with that say a value is, or may be, sensitive; `yes` or `conditional` follows.

Sensitivity travels as a label of its own because one category is sensitive in one table and not in another.
"""


def is_personal(category: str) -> bool:
    """Whether a category is one of personal information."""
    return category == PERSONAL or category.startswith(f"{PERSONAL}.")


class Origin(Enum):
    """Where the people's data was first collected; it travels with the label."""

    MAINLAND = "mainland"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


class Form(Enum):
    """In what form a label's data is there.

    PLAIN: the values, also where masked, hashed or encrypted. AGGREGATE: figures over many people. INFLUENCE: the
    values only decided which rows are there.
    """

    PLAIN = "plain"
    AGGREGATE = "aggregate"
    INFLUENCE = "influence"


class Outcome(Enum):
    """How sure a classification is; a candidate counts as personal."""

    SURE = "sure"
    CANDIDATE = "candidate"
    NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """What travels along the graph."""

    category: str
    origin: Origin
    form: Form = Form.PLAIN

    def __str__(self) -> str:
        return f"{self.category} ({self.origin.value}, {self.form.value})"


@dataclass(frozen=True, slots=True)
class Classification:
    """What one column holds.

    `category` is an id of the category tree (`pi.basic.phone`) or `none`. `sensitive` and `sensitive_gbt35273` are
    `yes`, `no` or `conditional`, under GB/T 45574-2025 and GB/T 35273-2020. `important` are indicator ids: they
    suggest, a person confirms. `evidence` are message-free words such as `name:mobile`, `comment:手机号`,
    `declared`. `deidentified` is True where the name says that the value is a hash, cipher or mask.
    """

    category: str
    outcome: Outcome
    sensitive: str
    sensitive_gbt35273: str
    important: tuple[str, ...]
    evidence: tuple[str, ...]
    basis: Basis
    deidentified: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a system stands.

    `jurisdiction` is an ISO 3166-1 code (`CN` means the mainland; HK, MO, TW are their own), or a wider marker of
    the region table, or empty where unknown. `evidence` names what it rests on (`declared`, `region`, `host`,
    `saas`, `none`); `why` is a key of `kuajing.messages`.
    """

    jurisdiction: str
    mainland: Truth
    evidence: str
    why: str
    values: tuple[tuple[str, str], ...] = ()
    basis: Basis = Basis.INFERRED
