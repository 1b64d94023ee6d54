"""The behaviours that the corpus shows, each on a small file of our own."""

from pathlib import Path

from tests.corpus.looking import analysed, columns, personal, unaccounted, wholly_read

from kuajing.journey.gather import gather

DATA = Path(__file__).parent / "data"


def test_people_are_found_in_a_dump_and_goods_are_not() -> None:
    _, analysis = analysed(DATA)
    assert {
        "reader.username": "pi.netid.account",
        "reader.nickname": "pi.netid.nickname",
        "reader.phone": "pi.basic.phone",
        "reader.icon": "pi.netid.avatar",
        "reader.gender": "pi.basic.gender",
        "reader.birthday": "pi.basic.birthday",
        "reader_receive_address.name": "pi.basic.name",
        "reader_receive_address.phone_number": "pi.basic.phone",
        "reader_receive_address.detail_address": "pi.basic.address",
    } == personal(analysis)
    assert {"book_brand.name", "book_brand.story", "reader.status"} <= columns(analysis)


def test_locks_rows_and_settings_of_a_dump_are_read_and_move_nothing() -> None:
    _, analysis = analysed(DATA)
    (fact,) = (fact for fact in analysis.read if fact.path == "dump.sql")
    assert (0, 0) == (fact.partial, fact.unread)
    assert 12 <= fact.idle + fact.resolved
    assert [] == [move for move in analysis.estate.moves if move.location.path == "dump.sql"]


def test_every_file_is_read_or_named_with_its_reason() -> None:
    gathered, analysis = analysed(DATA)
    assert set() == unaccounted(gathered, analysis)
    assert {"dump.sql"} == wholly_read(analysis)
    assert {
        ("one_end.json", "unread.datax_one_end"),
        ("same_key_twice.json", "unread.datax_duplicate_key"),
        ("star.json", "unread.datax_unknown_columns"),
    } == {(fact.location.path, fact.reason) for fact in analysis.estate.unread}


def test_what_no_reader_knows_is_counted(tmp_path: Path) -> None:
    (tmp_path / "pipeline.conf").write_text("source {}\n", encoding="utf-8")
    (tmp_path / "Makefile").write_text("all:\n", encoding="utf-8")
    assert (("(none)", 1), (".conf", 1)) == gather(tmp_path).others
