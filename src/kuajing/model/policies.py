"""What an organisation asks of its transfers beyond the law 内部规则: its rules, and how a transfer stands to each."""

from dataclasses import dataclass

from kuajing.model.articles import Article
from kuajing.model.truth import Truth

FORBIDS = "forbids"
DUTY = "duty"
VIOLATION = "violation"

OWN = "OWN"
"""The confidence of a rule that the organisation itself set."""

NAMED = "policy:"
"""What the names of demands begin with where reports look them up."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One article of an organisation as it stands on a day, and what each of its demands says, by id."""

    article: Article
    says: tuple[tuple[str, tuple[str, str]], ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """What a rule of the organisation asks of one transfer; the verdict of the law knows nothing of it.

    `kind` is `forbids` (there is to be no such transfer), `duty` or `violation`. `met` is yes where the transfer is as
    the rule wants it, no where it is shown not to be, unknown where that cannot be told. `read` holds path and value
    of each fact that was asked, `unsettled` the paths of absent facts that would tell.
    """

    id: str
    key: str
    kind: str
    met: Truth
    citations: tuple[str, ...]
    read: tuple[tuple[str, str], ...]
    unsettled: tuple[str, ...]
