import pytest

from kuajing.reports.characters import cells
from kuajing.reports.spans import plain_text
from kuajing.reports.steps import Notes, aligned

NAMES = ("crm.customer.mobile", "→ dw.ods_customer.mobile", "→ us.dim_customer.phone")
PLACES = ("schema/crm.sql:4:3", "jobs/to_dw.json:18:15", "jobs/to_us.json:9:3")
NOTES: tuple[Notes, ...] = (
    (),
    (("DataX", "quiet"),),
    (("DataX", "quiet"), ("leaves the mainland", "violation")),
)


def told(room: int) -> list[str]:
    return plain_text(aligned(NAMES, PLACES, NOTES, room)).splitlines()


def test_steps_stand_in_columns_where_there_is_room() -> None:
    assert told(80) == [
        "crm.customer.mobile       schema/crm.sql:4:3",
        "→ dw.ods_customer.mobile  jobs/to_dw.json:18:15  DataX",
        "→ us.dim_customer.phone   jobs/to_us.json:9:3    DataX  leaves the mainland",
    ]


def test_notes_that_find_no_room_beside_the_place_stand_below_it() -> None:
    assert told(60) == [
        "crm.customer.mobile       schema/crm.sql:4:3",
        "→ dw.ods_customer.mobile  jobs/to_dw.json:18:15  DataX",
        "→ us.dim_customer.phone   jobs/to_us.json:9:3",
        "                          DataX  leaves the mainland",
    ]


def test_a_place_that_finds_no_room_beside_the_name_stands_below_it() -> None:
    assert told(40) == [
        "crm.customer.mobile  schema/crm.sql:4:3",
        "→ dw.ods_customer.mobile",
        "    jobs/to_dw.json:18:15  DataX",
        "→ us.dim_customer.phone",
        "    jobs/to_us.json:9:3",
        "    DataX  leaves the mainland",
    ]


@pytest.mark.parametrize("room", range(28, 100))
def test_no_line_is_wider_than_the_room(room: int) -> None:
    assert all(cells(line) <= room for line in told(room))
