from datetime import date

from kuajing.journey.system_moves import system_moves
from kuajing.model.analysis import SystemMove
from kuajing.model.cases import Case
from kuajing.model.crossings import Crossing, CrossingKind, Hop, LabelTrail
from kuajing.model.estate import Access, Estate, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.interval import NOTHING_KNOWN
from kuajing.model.labels import Form, Label, Origin, Placement
from kuajing.model.names import DatasetName
from kuajing.model.transfers import Judgement, Transfer
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict
from kuajing.source.location import Location

ON, HERE = date(2026, 6, 15), Location("a.sql")
USER, MID, DIM = DatasetName("crm", ("user",)), DatasetName("dw", ("mid",)), DatasetName("us", ("dim",))
PLACES = {
    "crm": Placement("CN", Truth.YES, "", ""),
    "dw": Placement("CN", Truth.YES, "", ""),
    "us": Placement("US", Truth.NO, "", ""),
    "office": Placement("", Truth.UNKNOWN, "", ""),
}


def move(source: DatasetName, target: DatasetName, column: str) -> Move:
    ends = (source.column(column), target.column(column))
    return Move(*ends, HERE, "sql", Transform.IDENTITY, (), certain=True, basis=Basis.OBSERVED)


def estate(*moves: Move, accesses: tuple[Access, ...] = ()) -> Estate:
    return Estate((), (), moves, (), accesses, ())


def crossing(*labels: Label, kind: CrossingKind = CrossingKind.SENT) -> Crossing:
    hop = Hop(
        USER.column("a"),
        DIM.column("a"),
        HERE,
        "sql",
        Transform.IDENTITY,
        (),
        certain=True,
        basis=Basis.OBSERVED,
    )
    trails = tuple(LabelTrail(label, hop.source, (hop,), hop.target) for label in labels)
    return Crossing(kind, USER, DIM, "crm", "us", Truth.YES, trails, (), HERE, (hop.source,))


def judgement(one: Crossing, route: str) -> Judgement:
    transfer = Transfer(
        id="t",
        handler=None,
        recipient=None,
        jurisdiction="US",
        purpose="support",
        mode="transfer",
        status="live",
        leaves=Truth.YES,
        crossings=(one,),
        flows=("f",),
        declared_only=False,
        categories=(),
        sensitive_categories=(),
        aggregates=(),
        onward=(),
        ordinary=NOTHING_KNOWN,
        sensitive=NOTHING_KNOWN,
        counted=False,
        case=Case("t", ON, ()),
    )
    return Judgement(transfer, (), Verdict("t", ON, route, (), None, (), (), (), (), (), (), ()))


def test_moves_inside_a_system_are_not_shown() -> None:
    assert () == system_moves(estate(move(USER, DatasetName("crm", ("copy",)), "a")), (), (), PLACES)


def test_moves_between_two_systems_are_one_with_their_number() -> None:
    found = system_moves(estate(move(USER, MID, "a"), move(USER, MID, "b")), (), (), PLACES)
    assert (SystemMove("crm", "dw", "sent", 2, (), Truth.NO, "inside"),) == found


def test_what_leaves_with_nothing_labelled_has_no_standing() -> None:
    found = system_moves(estate(move(USER, DIM, "a")), (), (), PLACES)
    assert (SystemMove("crm", "us", "sent", 1, (), Truth.YES, "none"),) == found


def test_a_crossing_shows_its_contents_and_the_gravest_standing() -> None:
    phone = Label("pi.basic.phone", Origin.MAINLAND)
    chosen = Label("pi.basic.email", Origin.MAINLAND, Form.INFLUENCE)
    one = crossing(phone, chosen, Label("sensitive:yes", Origin.MAINLAND))
    judgements = (judgement(one, "exempt"), judgement(one, "prohibited"))
    found = system_moves(estate(move(USER, DIM, "a")), (one,), judgements, PLACES)
    assert (SystemMove("crm", "us", "sent", 1, ("pi.basic.phone",), Truth.YES, "prohibited"),) == found


def test_an_access_is_shown_towards_its_reader() -> None:
    access = Access("office", USER, (), None, None, None, HERE)
    found = system_moves(estate(accesses=(access,)), (), (), PLACES)
    assert (SystemMove("crm", "office", "accessed", 1, (), Truth.UNKNOWN, "none"),) == found


def test_a_crossing_that_no_move_shows_is_one_move() -> None:
    one = crossing(Label("pi.basic.phone", Origin.MAINLAND), kind=CrossingKind.COLLECTED)
    found = system_moves(estate(), (one,), (judgement(one, "exempt"),), PLACES)
    assert (SystemMove("crm", "us", "collected", 1, ("pi.basic.phone",), Truth.YES, "exempt"),) == found
