import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kuajing.graph.cross import crossings
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_spread import LabelSpread
from kuajing.model.crossings import Crossing, CrossingKind, Hop, LabelTrail
from kuajing.model.facts import Basis, Transform
from kuajing.model.labels import Label, Origin
from kuajing.model.names import DatasetName
from kuajing.model.truth import Truth
from kuajing.source.location import Location

Told = Callable[[str], list[str]]

SHOP = """
table cn.user: mobile city
table us.dim: mobile city
holds cn.user.mobile pi.basic.phone
people cn.user mainland
at cn yes
at us no
"""


def test_a_crossing_is_a_whole_value(crossed: Callable[[str], tuple[Crossing, ...]]) -> None:
    user, dim = DatasetName("cn", ("user",)), DatasetName("us", ("dim",))
    hop = Hop(
        source=user.column("mobile"),
        target=dim.column("mobile"),
        location=Location("sketch", 7),
        mechanism="sql",
        transform=Transform.HASHED,
        functions=(),
        certain=True,
        basis=Basis.OBSERVED,
    )
    trail = LabelTrail(
        Label("pi.basic.phone", Origin.MAINLAND), user.column("mobile"), (hop,), dim.column("mobile")
    )
    expected = Crossing(
        kind=CrossingKind.SENT,
        source=user,
        target=dim,
        source_system="cn",
        target_system="us",
        leaves=Truth.YES,
        trails=(trail,),
        onward=(),
        location=Location("sketch", 7),
        columns=(user.column("mobile"),),
    )
    assert (expected,) == crossed(f"{SHOP}move cn.user.mobile us.dim.mobile hashed")


def test_a_trail_leads_from_the_first_column_over_the_border(told: Told) -> None:
    moves = "at dw yes\nmove cn.user.mobile dw.user.mobile\nmove dw.user.mobile us.dim.mobile"
    assert told(SHOP + moves) == [
        "sent dw.user > us.dim, leaves yes, line 9: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -8-> dw.user.mobile -9-> us.dim.mobile",
    ]


def test_a_column_without_a_label_crosses_unseen(told: Told) -> None:
    assert told(f"{SHOP}move cn.user.city us.dim.city") == []


def test_a_move_inside_the_mainland_is_no_crossing(told: Told) -> None:
    assert told(f"{SHOP}at dw yes\nmove cn.user.mobile dw.user.mobile") == []


def test_a_move_outside_the_mainland_is_no_crossing(told: Told) -> None:
    assert told("holds us.a.mobile pi.basic.phone\nat us no\nat jp no\nmove us.a.mobile jp.a.mobile") == []


def test_a_move_inside_one_system_is_no_crossing(told: Told) -> None:
    assert told("holds x.a.mobile pi.basic.phone\nmove x.a.mobile x.b.mobile") == []


def test_an_unknown_place_of_the_target_makes_the_crossing_unknown(told: Told) -> None:
    assert told(f"{SHOP}move cn.user.mobile ftp.drop.mobile") == [
        "sent cn.user > ftp.drop, leaves unknown, line 7: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -7-> ftp.drop.mobile",
    ]


def test_an_unknown_place_of_the_source_makes_the_crossing_unknown(told: Told) -> None:
    assert told("holds app.u.mobile pi.basic.phone\nat us no\nmove app.u.mobile us.dim.mobile") == [
        "sent app.u > us.dim, leaves unknown, line 3: mobile",
        "  pi.basic.phone (unknown, plain): app.u.mobile -3-> us.dim.mobile",
    ]


def test_a_move_from_an_unknown_place_to_the_mainland_is_no_crossing(told: Told) -> None:
    assert told("holds app.u.mobile pi.basic.phone\nat cn yes\nmove app.u.mobile cn.dim.mobile") == []


def test_hong_kong_is_abroad_where_its_placement_says_so(told: Told) -> None:
    assert told(f"{SHOP}at hk no\nmove cn.user.mobile hk.user.mobile") == [
        "sent cn.user > hk.user, leaves yes, line 8: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -8-> hk.user.mobile",
    ]


def test_a_join_with_mainland_data_breaks_transit_and_the_trail_shows_it(told: Told) -> None:
    transit = """
table eu.guest: mobile
table cn.guest: mobile
holds eu.guest.mobile pi.basic.phone
people eu.guest abroad
at eu no
at us no
at cn yes
at dw yes
move eu.guest.mobile dw.all.mobile
move dw.all.mobile us.dim.mobile
"""
    joined = (
        "holds cn.guest.mobile pi.basic.phone\npeople cn.guest mainland\nmove cn.guest.mobile dw.all.mobile"
    )
    abroad = "  pi.basic.phone (abroad, plain): eu.guest.mobile -9-> dw.all.mobile -10-> us.dim.mobile"
    assert told(transit) == ["sent dw.all > us.dim, leaves yes, line 10: mobile", abroad]
    assert told(transit + joined) == [
        "sent dw.all > us.dim, leaves yes, line 10: mobile",
        abroad,
        "  pi.basic.phone (mainland, plain): cn.guest.mobile -13-> dw.all.mobile -10-> us.dim.mobile",
    ]


def test_masked_and_hashed_values_are_still_personal(told: Told) -> None:
    moves = "at dw yes\nmove cn.user.mobile dw.u.m masked\nmove dw.u.m us.dim.mobile hashed"
    assert told(SHOP + moves) == [
        "sent dw.u > us.dim, leaves yes, line 9: m",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -8-> dw.u.m -9-> us.dim.mobile",
    ]


def test_figures_over_many_people_cross_as_aggregate(told: Told) -> None:
    assert told(f"{SHOP}move cn.user.mobile us.dim.users aggregated") == [
        "sent cn.user > us.dim, leaves yes, line 7: mobile",
        "  pi.basic.phone (mainland, aggregate): cn.user.mobile -7-> us.dim.users",
    ]


def test_one_crossing_holds_every_label_between_two_datasets(told: Told) -> None:
    moves = "move cn.user.mobile us.dim.mobile\nmove cn.user.mobile us.dim.n aggregated\nholds cn.user.city pi.where\n"
    assert told(f"{SHOP}{moves}move cn.user.city us.dim.city") == [
        "sent cn.user > us.dim, leaves yes, line 8: city mobile",
        "  pi.basic.phone (mainland, aggregate): cn.user.mobile -8-> us.dim.n",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -7-> us.dim.mobile",
        "  pi.where (mainland, plain): cn.user.city -10-> us.dim.city",
    ]


def test_an_anonymised_column_ends_the_label(told: Told) -> None:
    cleared = "anonymous us.dim mobile dpo k-anonymity 2026-01-01 -\nmove cn.user.mobile us.dim.mobile"
    lapsed = (
        "anonymous us.dim mobile dpo k-anonymity 2026-01-01 2026-05-31\nmove cn.user.mobile us.dim.mobile"
    )
    assert told(SHOP + cleared) == []
    assert told(SHOP + lapsed) == [
        "sent cn.user > us.dim, leaves yes, line 8: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -8-> us.dim.mobile",
    ]


def test_an_influence_alone_makes_no_crossing(told: Told) -> None:
    assert told(f"{SHOP}influence cn.user.mobile us.dim") == []


def test_an_influence_is_shown_beside_values_that_cross(told: Told) -> None:
    both = "influence cn.user.mobile us.dim\nholds cn.user.city pi.where\nmove cn.user.city us.dim.city"
    assert told(SHOP + both) == [
        "sent cn.user > us.dim, leaves yes, line 9: city",
        "  pi (mainland, influence): cn.user.mobile -7-> us.dim.(rows)",
        "  pi.where (mainland, plain): cn.user.city -9-> us.dim.city",
    ]


def test_rows_that_were_chosen_earlier_follow_the_moves(told: Told) -> None:
    moves = """at dw yes
influence cn.user.mobile dw.city
move cn.user.city dw.city.name
holds cn.user.city pi.where
move dw.city.name us.dim.city"""
    assert told(SHOP + moves) == [
        "sent dw.city > us.dim, leaves yes, line 11: name",
        "  pi (mainland, influence): cn.user.mobile -8-> dw.city.(rows) -11-> us.dim.(rows)",
        "  pi.where (mainland, plain): cn.user.city -9-> dw.city.name -11-> us.dim.city",
    ]


def test_the_shortest_of_two_trails_is_told(told: Told) -> None:
    moves = """at dw yes
move cn.user.mobile dw.a.m
move dw.a.m dw.b.m
move dw.b.m us.dim.mobile
move cn.user.mobile dw.b.m"""
    assert told(SHOP + moves) == [
        "sent dw.b > us.dim, leaves yes, line 10: m",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -11-> dw.b.m -10-> us.dim.mobile",
    ]


def test_of_equally_short_trails_the_first_by_name_is_told(told: Told) -> None:
    moves = """at dw yes
move cn.user.mobile dw.b.m
move cn.user.mobile dw.a.m
move dw.b.m dw.c.m
move dw.a.m dw.c.m
move dw.c.m us.dim.mobile"""
    assert told(SHOP + moves)[1:] == [
        "  pi.basic.phone (mainland, plain): cn.user.mobile -9-> dw.a.m -11-> dw.c.m -12-> us.dim.mobile"
    ]


def test_data_that_runs_in_a_circle_crosses_once_each_way_out(told: Told) -> None:
    moves = "move cn.user.mobile us.dim.mobile\nmove us.dim.mobile cn.back.mobile\nmove cn.back.mobile us.dim.mobile"
    phone = "  pi.basic.phone (mainland, plain): cn.user.mobile"
    assert told(SHOP + moves) == [
        "sent cn.back > us.dim, leaves yes, line 9: mobile",
        f"{phone} -7-> us.dim.mobile -8-> cn.back.mobile -9-> us.dim.mobile",
        "sent cn.user > us.dim, leaves yes, line 7: mobile",
        f"{phone} -7-> us.dim.mobile",
    ]


def test_systems_behind_the_first_one_abroad_are_named(told: Told) -> None:
    moves = """at jp no
at dw yes
move cn.user.mobile us.dim.mobile
move us.dim.mobile jp.dim.mobile
move jp.dim.mobile sg.dim.mobile
move jp.dim.mobile dw.back.mobile
move us.dim.city de.dim.city"""
    assert told(SHOP + moves)[:2] == [
        "sent cn.user > us.dim then jp sg, leaves yes, line 9: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -9-> us.dim.mobile",
    ]


def test_more_systems_behind_it_than_fit_a_word_are_all_named(told: Told) -> None:
    moves = "".join(f"move us.dim.mobile x{number:02}.t.c\n" for number in range(70))
    crossing, *_ = told(f"{SHOP}{moves}move cn.user.mobile us.dim.mobile")
    systems = " ".join(f"x{number:02}" for number in range(70))
    assert crossing == f"sent cn.user > us.dim then {systems}, leaves yes, line 77: mobile"


def test_an_influence_is_not_followed_onward(told: Told) -> None:
    assert told(f"{SHOP}move cn.user.mobile us.dim.mobile\ninfluence us.dim.mobile jp.dim\nat jp no")[0] == (
        "sent cn.user > us.dim, leaves yes, line 7: mobile"
    )


def test_a_grant_to_an_office_abroad_is_a_crossing(told: Told) -> None:
    assert told(f"{SHOP}at hq no\naccess hq cn.user") == [
        "accessed cn.user > hq, leaves yes, line 8: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile",
    ]


def test_a_grant_to_an_office_on_the_mainland_is_none(told: Told) -> None:
    assert told(f"{SHOP}at hq yes\naccess hq cn.user") == []


def test_a_grant_on_data_abroad_is_none(told: Told) -> None:
    assert (
        told("at us no\nat hq no\nholds us.a.mobile pi.basic.phone\ntable us.a: mobile\naccess hq us.a") == []
    )


def test_a_grant_reads_the_columns_it_names(told: Told) -> None:
    held = "holds cn.user.city pi.where\nat hq unknown\n"
    assert told(f"{SHOP}{held}access hq cn.user city") == [
        "accessed cn.user > hq, leaves unknown, line 9: city",
        "  pi.where (mainland, plain): cn.user.city",
    ]


def test_what_a_grant_reads_has_its_trail(told: Told) -> None:
    assert told(f"{SHOP}at dw yes\nmove cn.user.mobile dw.u.m\nat hq no\naccess hq dw.u") == [
        "accessed dw.u > hq, leaves yes, line 10: m",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -8-> dw.u.m",
    ]


def test_a_grant_on_a_dataset_of_unknown_content_is_a_crossing(told: Told) -> None:
    assert told("at cn yes\nat hq no\naccess hq cn.blob") == [
        "accessed cn.blob > hq, leaves yes, line 3: *",
        "  unknown (unknown, plain): cn.blob.*",
    ]


def test_a_grant_on_columns_of_which_nothing_else_is_known_is_a_crossing(told: Told) -> None:
    assert told("at cn yes\nat hq no\naccess hq cn.blob c") == [
        "accessed cn.blob > hq, leaves yes, line 3: c",
        "  unknown (unknown, plain): cn.blob.* -3-> cn.blob.c",
    ]
    assert told("at cn yes\nat hq no\naccess hq cn.blob c\ntable cn.blob: c") == []


def test_data_collected_on_the_mainland_by_a_system_abroad_is_a_crossing(told: Told) -> None:
    collected = "table us.app: mobile\nholds us.app.mobile pi.basic.phone\nat us no\n"
    onward = "move us.app.mobile jp.app.mobile\n"
    assert told(f"{collected}{onward}people us.app mainland") == [
        "collected us.app > us.app then jp, leaves yes, line 1: mobile",
        "  pi.basic.phone (mainland, plain): us.app.mobile",
    ]
    assert told(f"{collected}people us.app abroad") == []


def test_data_that_was_sent_is_not_collected_again(told: Told) -> None:
    assert told(f"{SHOP}people us.dim mainland\nmove cn.user.mobile us.dim.mobile") == [
        "sent cn.user > us.dim, leaves yes, line 8: mobile",
        "  pi.basic.phone (mainland, plain): cn.user.mobile -8-> us.dim.mobile",
    ]


def test_important_data_crosses_although_it_is_not_personal(told: Told) -> None:
    moves = "important cn.map core\nat cn yes\nat us no\ntable cn.map: height\nmove cn.map.height us.map.mean aggregated"
    assert told(moves) == [
        "sent cn.map > us.map, leaves yes, line 5: height",
        "  important:core (unknown, plain): cn.map.height -5-> us.map.mean",
    ]


def test_an_estate_without_anything_has_no_crossings(told: Told) -> None:
    assert told("at cn yes") == []


def test_crossings_are_the_same_under_every_hash_seed() -> None:
    program = "import conftest, sys; [print(line) for line in conftest.tell(conftest.read_sketch(sys.argv[1]).crossings())]"
    estate = SHOP + "".join(
        f"holds cn.user.c{number} pi.c{number}\nmove cn.user.c{number} s{number}.t.c{number}\n"
        f"move s{number}.t.* s{number + 1}.t.*\naccess o{number} cn.user\n"
        for number in range(6)
    )
    told = [
        subprocess.run(  # noqa: S603  the interpreter that runs this test
            [sys.executable, "-c", program, estate],
            cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    ]
    assert "sent s5.t > s6.t, leaves unknown" in told[0]
    assert [told[0]] * 3 == told


def test_a_system_without_a_placement_has_an_unknown_one(
    spreading: Callable[[str], tuple[FlowGraph, LabelSpread]],
) -> None:
    found = crossings(*spreading("holds a.t.c pi.name\nmove a.t.c b.t.c"), placements={}, accesses=())
    assert [crossing.leaves for crossing in found] == [Truth.UNKNOWN]
