"""The query that pipe operators have built so far."""

from dataclasses import dataclass, field

from kuajing.lineage.grammar.spliced import Spliced


@dataclass(slots=True)
class Stage:
    """The query so far, still open for what may join it: FROM clause, projections, conditions, order and limit."""

    source: Spliced
    items: Spliced = field(default_factory=lambda: Spliced().put("*"))
    extra: Spliced = field(default_factory=Spliced)
    where: list[Spliced] = field(default_factory=list)
    group: str = ""
    tail: Spliced = field(default_factory=Spliced)

    def query(self) -> Spliced:
        """The query as it stands."""
        found = Spliced().put("SELECT").join(self.items).join(self.extra).put("FROM").join(self.source)
        for place, condition in enumerate(self.where):
            # a condition behind EXTEND may use its names, as QUALIFY may
            found.put(("QUALIFY" if self.extra else "WHERE") if place == 0 else "AND")
            found.put("(").join(condition).put(")")
        if self.group:
            found.put(self.group)
        return found.join(self.tail)

    def closed(self) -> "Stage":
        """A stage that reads what this one gives."""
        return Stage(Spliced().put("(").join(self.query()).put(")"))
