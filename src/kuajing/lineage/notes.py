"""What was doubtful while a statement was read, each doubt once."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Notes:
    """Gathers reasons by key and values with the first offset each was met at."""

    found: dict[tuple[str, tuple[tuple[str, str], ...]], int] = field(default_factory=dict)

    def add(self, key: str, offset: int = -1, **values: str) -> None:
        """Keeps one doubt; `offset` is its place in the statement, -1 for the statement itself."""
        said = tuple(sorted(values.items()))
        known = self.found.get((key, said))
        if known is None or 0 <= offset < known:
            self.found[key, said] = offset
