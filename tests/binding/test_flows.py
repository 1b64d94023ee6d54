from collections.abc import Callable

Told = Callable[[str], list[str]]

START = """system crm
system us
table crm|customer mobile name
"""


def after(lines: list[str], *words: str) -> list[str]:
    return [line for line in lines if line.startswith(words)]


def test_a_flow_that_files_show_is_borne_out_and_adds_nothing(told: Told) -> None:
    lines = told(START + "move crm|customer mobile us|dim m\nflow f crm.customer us.dim")
    assert [
        "move crm.customer.mobile > us.dim.m by sql",
        "flow f: crm.customer > us.dim, borne out",
    ] == after(lines, "move", "flow")


def test_a_flow_by_way_of_other_datasets_is_borne_out(told: Told) -> None:
    lines = told(
        START + "move crm|customer mobile crm|mid m\nmove crm|mid m us|dim m\nflow f crm.customer us.dim"
    )
    assert ["flow f: crm.customer > us.dim, borne out"] == after(lines, "flow")


def test_a_flow_that_no_source_bears_out_is_itself_a_movement(told: Told) -> None:
    lines = told(START + "flow f crm.customer us.dim columns=Mobile")
    assert [
        "dataset us.dim: mobile ...",
        "move crm.customer.mobile > us.dim.mobile by declared",
        "flow f: crm.customer > us.dim, declared only",
    ] == after(lines, "dataset us", "move", "flow")


def test_a_flow_whose_target_files_fill_from_elsewhere_is_contradicted_and_still_a_movement(
    told: Told,
) -> None:
    lines = told(START + "move crm|other a us|dim a\nflow f crm.customer us.dim")
    assert [
        "move crm.customer.* > us.dim.* by declared",
        "move crm.other.a > us.dim.a by sql",
        "flow f: crm.customer > us.dim, contradicted",
    ] == after(lines, "move", "flow")


def test_what_is_planned_or_over_need_not_be_in_the_files(told: Told) -> None:
    for status in ("planned", "stopped"):
        lines = told(START + f"move crm|other a us|dim a\nflow f crm.customer us.dim status={status}")
        assert ["flow f: crm.customer > us.dim, declared only"] == after(lines, "flow")


def test_a_flow_to_a_whole_system_is_borne_out_by_any_of_its_datasets(told: Told) -> None:
    lines = told(START + "move crm|customer mobile us|dim m\nflow f crm.customer us")
    assert ["flow f: crm.customer > us, borne out"] == after(lines, "flow")


def test_a_flow_to_a_whole_system_is_never_contradicted(told: Told) -> None:
    lines = told(START + "move crm|other a us|dim a\nflow f crm.customer us")
    assert [
        "move crm.customer.* > us.(whole).* by declared",
        "move crm.other.a > us.dim.a by sql",
        "flow f: crm.customer > us, declared only",
    ] == after(lines, "move", "flow")


def test_a_flow_from_a_whole_system_comes_from_each_of_its_datasets(told: Told) -> None:
    lines = told(START + "table crm|orders id\nflow f crm us.dim")
    assert [
        "move crm.customer.* > us.dim.* by declared",
        "move crm.orders.* > us.dim.* by declared",
        "flow f: crm.customer crm.orders > us.dim, declared only",
    ] == after(lines, "move", "flow")


def test_columns_of_a_whole_system_are_those_of_datasets_that_hold_them(told: Told) -> None:
    lines = told(START + "table crm|orders id\nflow f crm us.dim columns=mobile")
    assert [
        "move crm.customer.mobile > us.dim.mobile by declared",
        "flow f: crm.customer > us.dim, declared only",
    ] == after(lines, "move", "flow")


def test_a_system_of_which_nothing_is_known_flows_as_a_whole(told: Told) -> None:
    lines = told("system crm\nsystem us\nflow f crm us")
    assert [
        "dataset crm.(whole): ...",
        "dataset us.(whole): ...",
        "move crm.(whole).* > us.(whole).* by declared",
        "flow f: crm.(whole) > us, declared only",
    ] == after(lines, "dataset", "move", "flow")


def test_a_flow_to_a_workplace_is_an_access(told: Told) -> None:
    lines = told(START + "workplace office\nflow f crm.customer office columns=mobile")
    assert [
        "access office < crm.customer: mobile",
        "flow f: crm.customer > office, declared only",
    ] == after(lines, "move", "access", "flow")


def test_a_flow_that_is_opened_copies_nothing(told: Told) -> None:
    for mode in ("remote_access", "onshore_access"):
        lines = told(START + f"flow f crm.customer us mode={mode}")
        assert ["access us < crm.customer: *", "flow f: crm.customer > us, declared only"] == after(
            lines, "move", "access", "flow"
        )


def test_what_is_collected_where_it_lies_moves_nowhere(told: Told) -> None:
    lines = told(
        "system us\ntable us|app mobile\nmove us|log a us|app a\nflow f us.app us.app mode=direct_collection"
    )
    assert ["move us.log.a > us.app.a by sql", "flow f: us.app > us.app, declared only"] == after(
        lines, "move", "flow"
    )


def test_a_grant_opens_the_columns_it_names(told: Told) -> None:
    lines = told(START + "workplace office\ngrant office crm.customer columns=Name")
    assert ["access office < crm.customer: name"] == after(lines, "access")


def test_a_grant_on_a_whole_system_opens_every_dataset_of_it(told: Told) -> None:
    lines = told(START + "table crm|orders id\nworkplace office\ngrant office crm")
    assert ["access office < crm.customer: *", "access office < crm.orders: *"] == after(lines, "access")


def test_columns_granted_on_a_whole_system_are_opened_where_they_are(told: Told) -> None:
    lines = told(START + "table crm|orders id\nworkplace office\ngrant office crm columns=name,id")
    assert ["access office < crm.customer: name", "access office < crm.orders: id"] == after(lines, "access")


def test_a_granted_column_of_a_dataset_not_wholly_known_is_a_column_of_it(told: Told) -> None:
    lines = told("system crm\nworkplace office\npartly crm|t a\ngrant office crm.t columns=mobile")
    assert ["dataset crm.t: a mobile ..."] == after(lines, "dataset")


def test_what_is_collected_from_people_moves_from_no_dataset(told: Told) -> None:
    lines = told("system app\nsystem us\nflow f app.form us.app mode=direct_collection")
    assert ["flow f: app.form > us.app, declared only"] == after(lines, "move", "flow")


def test_what_is_collected_by_way_of_a_known_dataset_moves_from_it(told: Told) -> None:
    lines = told(
        "system app\nsystem us\ntable app|form mobile\nflow f app.form us.app mode=direct_collection"
    )
    assert [
        "move app.form.* > us.app.* by declared",
        "flow f: app.form > us.app, declared only",
    ] == after(lines, "move", "flow")
