from datetime import date

import pytest

from kuajing.journey.coverage import coverage
from kuajing.model.analysis import Share
from kuajing.model.cases import Case, FactValue
from kuajing.model.declaration import Declaration, Settings
from kuajing.model.estate import Column, Dataset, Estate, Labelling
from kuajing.model.facts import Basis, ReadFact, UnreadFact
from kuajing.model.interval import NOTHING_KNOWN
from kuajing.model.labels import Classification, Outcome, Placement
from kuajing.model.names import DatasetName
from kuajing.model.transfers import Judgement, Transfer
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict
from kuajing.source.location import Location

ON, HERE = date(2026, 6, 15), Location("a.sql")
NAME = DatasetName("crm", ("user",))
NOTHING = Estate((), (), (), (), (), ())


def share(
    name: str,
    *,
    estate: Estate = NOTHING,
    labelling: Labelling | None = None,
    judgements: tuple[Judgement, ...] = (),
    read: tuple[ReadFact, ...] = (),
    floors: tuple[tuple[str, float], ...] = (),
) -> Share:
    declaration = Declaration(settings=Settings(floors=floors))
    shares = coverage(declaration, estate, labelling or Labelling((), ()), judgements, read)
    assert ("read", "located", "classified", "counted") == tuple(one.name for one in shares)
    return next(one for one in shares if one.name == name)


def test_statements_read_wholly_or_idle_are_read_and_files_not_read_are_not() -> None:
    facts = (ReadFact("a.sql", "sql", 5, 2, 1, 3), ReadFact("b.json", "datax", 1, 0, 0, 0))
    unread = tuple(UnreadFact(HERE, "unread.x", grain) for grain in ("file", "statement", "part"))
    estate = Estate((), (), (), (), (), unread)
    assert Share("read", 9, 13, None) == share("read", estate=estate, read=facts)


def test_systems_are_located_where_it_is_known_on_which_side_they_stand() -> None:
    placements = tuple(
        (name, Placement("", mainland, "", ""))
        for name, mainland in (("a", Truth.YES), ("b", Truth.NO), ("c", Truth.UNKNOWN))
    )
    assert Share("located", 2, 3, None) == share("located", labelling=Labelling((), placements))


def test_columns_are_classified_where_it_is_sure_what_they_hold_or_that_it_is_nothing() -> None:
    outcomes = (("a", Outcome.SURE), ("b", Outcome.NONE), ("c", Outcome.CANDIDATE))
    classified = tuple(
        (NAME.column(name), Classification("none", outcome, "no", "no", (), (), Basis.INFERRED))
        for name, outcome in outcomes
    )
    known = Dataset(NAME, "", (Column(NAME.column("a"), "", "", (HERE,)),), complete=True, locations=(HERE,))
    unnamed = Dataset(DatasetName("crm", ("blob",)), "", (), complete=False, locations=(HERE,))
    estate = Estate((), (known, unnamed), (), (), (), ())
    assert Share("classified", 2, 4, None) == share(
        "classified", estate=estate, labelling=Labelling(classified, ())
    )


def judgement(*, counted: bool, personal: FactValue) -> Judgement:
    facts = () if personal is None else (("data.personal", personal),)
    transfer = Transfer(
        id="t",
        handler=None,
        recipient=None,
        jurisdiction="US",
        purpose=None,
        mode="transfer",
        status="live",
        leaves=Truth.YES,
        crossings=(),
        flows=(),
        declared_only=False,
        categories=(),
        sensitive_categories=(),
        aggregates=(),
        onward=(),
        ordinary=NOTHING_KNOWN,
        sensitive=NOTHING_KNOWN,
        counted=counted,
        case=Case("t", ON, facts),
    )
    verdict = Verdict("t", ON, "exempt", (), None, (), (), (), (), (), (), ())
    return Judgement(transfer, (), verdict)


def test_transfers_are_counted_of_those_that_are_or_may_be_about_people() -> None:
    judgements = (
        judgement(counted=True, personal=True),
        judgement(counted=False, personal=True),
        judgement(counted=False, personal=None),
        judgement(counted=False, personal=False),
    )
    assert Share("counted", 1, 3, None) == share("counted", judgements=judgements)


@pytest.mark.parametrize(("floor", "below"), [(0.5, False), (0.51, True)])
def test_a_floor_stands_beside_its_share(floor: float, below: bool) -> None:  # noqa: FBT001  a value
    facts = (ReadFact("a.sql", "sql", 1, 1, 0, 0),)
    found = share("read", read=facts, floors=(("read", floor),))
    assert (Share("read", 1, 2, floor), below) == (found, found.below_floor)
