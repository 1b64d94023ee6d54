"""Which rule of the declaration a file falls under."""

import re
from collections.abc import Iterable

from kuajing.model.declaration import SourceRule
from kuajing.source.globs import matches

_WILDCARD = re.compile(r"[*?\[]")


def rule_for(path: str, rules: Iterable[SourceRule]) -> SourceRule | None:
    """The rule whose matching pattern says most before its first wildcard; of equals the first in the declaration."""
    fitting = [
        (-_said(pattern), rule.location, index, rule)
        for index, rule in enumerate(rules)
        for pattern in rule.paths
        if matches(path, pattern)
    ]
    return min(fitting, key=lambda item: item[:3])[3] if fitting else None


def _said(pattern: str) -> int:
    """How many characters a pattern fixes before its first wildcard."""
    wildcard = _WILDCARD.search(pattern)
    return wildcard.start() if wildcard else len(pattern)
