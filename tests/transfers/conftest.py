"""A small estate put together step by step, and its transfers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from kuajing.binding import bind
from kuajing.graph import assemble as assemble_graph
from kuajing.graph import cleared_columns, crossings, spread_labels
from kuajing.model.cases import FactValue
from kuajing.model.crossings import Crossing
from kuajing.model.declaration import (
    Anonymised,
    Approval,
    Covers,
    Declaration,
    DeclaredDataset,
    DeclaredFlow,
    DeclaredSystem,
    Grant,
    Handler,
    Important,
    MeasuredCount,
    People,
    Population,
    Recipient,
    Settings,
)
from kuajing.model.estate import Estate, Labelling
from kuajing.model.facts import (
    Basis,
    ColumnFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    TableFact,
    Transform,
)
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.labels import Classification, Outcome, Placement
from kuajing.model.names import ColumnName, DatasetName
from kuajing.model.tally import TallyStanding
from kuajing.model.transfers import Transfer
from kuajing.model.truth import Truth
from kuajing.source.location import Location
from kuajing.transfers import Assembled, Prepared, assemble, prepare
from kuajing.transfers.matching import Part, downstream, match
from kuajing.transfers.upstream import upstream_of

ON = date(2026, 6, 15)


def dataset(text: str) -> DatasetName:
    system, *path = text.split(".")
    return DatasetName(system, tuple(path))


def column(text: str) -> ColumnName:
    name, _, last = text.rpartition(".")
    return dataset(name).column(last)


def mention(text: str) -> DatasetMention:
    system, *path = text.split(".")
    return DatasetMention(tuple(path), system)


@dataclass(slots=True)
class World:
    """An estate and its declaration while they are put together; each step has its number as its place."""

    on: date = ON
    facts: list[Fact] = field(default_factory=list)
    held: dict[ColumnName, Classification] = field(default_factory=dict)
    placements: dict[str, Placement] = field(default_factory=dict)
    systems: list[DeclaredSystem] = field(default_factory=list)
    handlers: list[Handler] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    datasets: dict[str, dict[str, Any]] = field(default_factory=dict)
    flows: list[DeclaredFlow] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    populations: list[Population] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)
    counts: list[MeasuredCount] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    steps: int = 0

    def here(self) -> Location:
        self.steps += 1
        return Location("world", self.steps)

    def system(
        self,
        name: str,
        jurisdiction: str,
        *,
        handler: str | None = None,
        recipient: str | None = None,
        kind: str = "database",
    ) -> None:
        """A system at a jurisdiction code, `?` where nothing tells, `-` for somewhere abroad."""
        mainland = {"CN": Truth.YES, "?": Truth.UNKNOWN}.get(jurisdiction, Truth.NO)
        place = "" if jurisdiction in {"?", "-"} else jurisdiction
        self.placements[name] = Placement(place, mainland, "declared", "")
        self.systems.append(DeclaredSystem(name, self.here(), kind, handler, recipient))

    def handler(self, name: str, **words: Any) -> None:  # noqa: ANN401  the words of the value it makes
        self.handlers.append(Handler(name, self.here(), **words))

    def recipient(self, name: str, **words: Any) -> None:  # noqa: ANN401  the words of the value it makes
        self.recipients.append(Recipient(name, self.here(), **{"onward_known": True, **words}))

    def table(self, name: str, /, **categories: str) -> None:
        """A table with the category of each column; `!` after it means sensitive, `?` conditional, `-` no data."""
        location = self.here()
        columns = tuple(ColumnFact(one, location) for one in categories)
        self.facts.append(TableFact(mention(name), columns, location, complete=True))
        for one, words in categories.items():
            category, _, important = words.partition("+")
            sensitive = {"!": "yes", "?": "conditional"}.get(category[-1], "no")
            self.held[dataset(name).column(one)] = Classification(
                category.rstrip("!?"),
                Outcome.SURE,
                sensitive,
                sensitive,
                (important,) if important else (),
                (),
                Basis.INFERRED,
            )

    def move(self, source: str, target: str, transform: Transform = Transform.IDENTITY) -> None:
        (first, _, one), (second, _, other) = source.rpartition("."), target.rpartition(".")
        ends = (mention(first), one, mention(second), other)
        self.facts.append(MoveFact(*ends, transform, self.here(), "sql"))

    def decides(self, source: str, target: str) -> None:
        name, _, one = source.rpartition(".")
        self.facts.append(InfluenceFact(mention(name), one, mention(target), self.here(), "sql"))

    def people(
        self,
        name: str,
        count: int | None = None,
        population: str | None = None,
        collected_in: str | None = "mainland",
        subjects: str | None = None,
        under_14: Truth | None = None,
    ) -> None:
        """People of a dataset; `under_14` is unknown where the declaration writes so, None where it says nothing."""
        stock = NOTHING_KNOWN if count is None else Interval.exactly(count)
        young = Truth.UNKNOWN if under_14 is None else under_14
        words = (count is not None, collected_in, subjects, young, under_14 is Truth.UNKNOWN)
        said = People(population, stock, *words)
        self.datasets.setdefault(name, {})["people"] = said

    def important(self, name: str, status: str, on: date | None = None) -> None:
        self.datasets.setdefault(name, {})["important"] = Important(status, on)

    def belongs(self, name: str, handler: str) -> None:
        self.datasets.setdefault(name, {})["handler"] = handler

    def anonymous(self, name: str, *columns: str) -> None:
        entry = Anonymised(columns, "k-anonymity", "dpo", date(2026, 1, 1), None, self.here())
        self.datasets.setdefault(name, {})["anonymised"] = (entry,)

    def flow(
        self,
        name: str,
        source: str,
        target: str,
        purpose: str | None = "support",
        **words: Any,  # noqa: ANN401  the words of the value it makes
    ) -> None:
        self.flows.append(DeclaredFlow(name, self.here(), source, target, purpose=purpose, **words))

    def grant(
        self,
        to: str,
        on: str,
        purpose: str | None = None,
        status: str | None = None,
        columns: tuple[str, ...] = (),
    ) -> None:
        self.grants.append(Grant(to, on, self.here(), columns, "dashboard", purpose, status))

    def count(self, flow: str, as_of: date, ordinary: int, sensitive: int = 0, **more: Any) -> None:  # noqa: ANN401  the words of the value it makes
        bounds = (Interval.exactly(ordinary), Interval.exactly(sensitive))
        self.counts.append(MeasuredCount(flow, as_of, *bounds, self.here(), **more))

    def population(self, name: str, **overlaps: str | int) -> None:
        self.populations.append(Population(name, self.here(), tuple(sorted(overlaps.items()))))

    def approval(self, name: str, mechanism: str = "standard_contract", **words: Any) -> None:  # noqa: ANN401  the words of the value it makes
        """An approval; `handler` to `onward_to` are what it covers, names of days are its dates, as are `dates`."""
        scope = {
            key: words.pop(key, None)
            for key in ("handler", "recipients", "purposes", "categories", "persons", "onward_to")
        }
        days = {key: words.pop(key) for key in tuple(words) if key in DAYS}
        days |= words.pop("dates", {})
        self.approvals.append(
            Approval(
                name, self.here(), mechanism, Covers(**scope), dates=tuple(sorted(days.items())), **words
            )
        )

    def declaration(self) -> Declaration:
        return Declaration(
            handlers=tuple(self.handlers),
            recipients=tuple(self.recipients),
            systems=tuple(self.systems),
            grants=tuple(self.grants),
            datasets=tuple(
                DeclaredDataset(name, Location("datasets"), **words)
                for name, words in sorted(self.datasets.items())
            ),
            populations=tuple(self.populations),
            flows=tuple(sorted(self.flows, key=lambda flow: flow.id)),
            approvals=tuple(self.approvals),
            counts=tuple(self.counts),
            settings=self.settings,
        )

    def estate(self) -> Estate:
        return bind(self.declaration(), self.facts)

    def labelling(self) -> Labelling:
        return Labelling(
            tuple(sorted(self.held.items(), key=lambda pair: pair[0])), tuple(sorted(self.placements.items()))
        )

    def crossings(self) -> tuple[Crossing, ...]:
        estate = self.estate()
        declared = dict(estate.declared)
        graph = assemble_graph(estate, cleared_columns(declared, self.on))
        labels = spread_labels(graph, self.labelling(), declared, self.on)
        return crossings(graph, labels, self.placements, estate.accesses)

    def parts(self) -> tuple[Part, ...]:
        found, estate = self.crossings(), self.estate()
        upstream = upstream_of(estate, self.labelling(), dict(estate.declared), self.on)
        targets = [one.target for one in found if one.target is not None]
        return match(found, estate.flows, downstream(estate.moves, targets), upstream).parts

    def prepared(self) -> tuple[Prepared, ...]:
        return prepare(self.crossings(), self.estate(), self.declaration(), self.labelling(), self.on)

    def assembled(self, standings: Mapping[str, str] | None = None) -> tuple[Assembled, ...]:
        words = standings or {}

        def standing(transfer: Transfer) -> TallyStanding:
            word, _, article = words.get(transfer.id, "inside").partition(" ")
            return TallyStanding(word, article or None)

        return assemble(self.prepared(), self.estate(), self.declaration(), self.on, standing)

    def transfers(self, standings: Mapping[str, str] | None = None) -> dict[str, Transfer]:
        return {one.transfer.id: one.transfer for one in self.assembled(standings)}

    def facts_of(self, name: str) -> dict[str, FactValue]:
        return dict(self.transfers()[name].case.facts)


DAYS = frozenset(
    {
        "applied",
        "effective",
        "expires",
        "filed",
        "issued",
        "pipia_completed",
        "renewal_applied",
    }
)


def tell_parts(parts: tuple[Part, ...]) -> Iterator[str]:
    """Each part with the flows that account for it, its trails, and whose people it is about."""
    for part in parts:
        target = part.crossing.target or part.crossing.target_system
        flows = " ".join(flow.flow.id for flow in part.flows) or "undeclared"
        tied = f" (tied: {' '.join(part.tied)})" if part.tied else ""
        holders = " ".join(f"{one.dataset}{' abroad' if one.met_abroad else ''}" for one in part.holders)
        yield f"{flows}{tied}: {part.crossing.source} > {target}, people of {holders or 'nobody'}"
        for trail in part.crossing.trails:
            steps = "".join(f" > {hop.target}" for hop in trail.hops)
            yield f"  {trail.label}: {trail.start}{steps}"


@pytest.fixture
def world() -> World:
    """A shop in the mainland that has nothing yet but a system, and one abroad of a recipient."""
    made = World()
    made.handler("shop", base="mainland", ciio=Truth.NO, state_organ=Truth.NO)
    made.recipient("acme", jurisdiction="US", role="affiliate")
    made.system("crm", "CN", handler="shop")
    made.system("dw", "CN", handler="shop")
    made.system("us", "US", recipient="acme")
    return made


@pytest.fixture
def told(world: World) -> Callable[[], list[str]]:
    """The parts of the world's crossings, told in lines."""
    return lambda: list(tell_parts(world.parts()))
