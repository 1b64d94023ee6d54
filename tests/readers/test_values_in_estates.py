"""Whole small estates whose jobs name a place by a placeholder."""

from datetime import date
from pathlib import Path

from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.messages import message
from kuajing.model.facts import UnreadFact
from kuajing.reports import REPORTS
from kuajing.source.location import Location

ESTATE = Path(__file__).parent / "values" / "estate"
CANARY = "canary-7f3a"


def estate(folder: Path, *, with_values: bool) -> Path:
    for path in sorted(ESTATE.rglob("*")):
        if path.is_file() and (with_values or path.suffix != ".env"):
            copy = folder / path.relative_to(ESTATE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return folder


def found(folder: Path) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]], tuple[UnreadFact, ...]]:
    """The crossings with the place they reach, the findings with what they are about, and what stayed unread."""
    analysis = analyse(gather(folder), load_tables(), date(2026, 11, 30)).analysis
    placements = dict(analysis.labelling.placements)
    crossings = [
        (str(one.source), str(one.target), str(placements[one.target_system].jurisdiction))
        for one in analysis.crossings
    ]
    findings = [(one.check, one.subject) for one in analysis.findings]
    return crossings, findings, analysis.estate.unread


def test_a_values_file_proves_hong_kong_and_opens_a_crossing(tmp_path: Path) -> None:
    branch = "branch.c1yz7ciq32gg.ap-east-1.rds.amazonaws.com:3306"
    crossings, findings, unread = found(estate(tmp_path, with_values=True))
    assert [("crm.crm.customer", f"{branch}.crm.customer", "HK")] == crossings
    assert ["undeclared-crossing"] == [check for check, _ in findings]
    assert () == unread


def test_without_the_values_file_the_place_stays_open_and_the_file_is_named(tmp_path: Path) -> None:
    crossings, findings, unread = found(estate(tmp_path, with_values=False))
    values = (("file", "deploy/prod.env"), ("why", "unread.missing"))
    assert [("crm.crm.customer", "${BRANCH_JDBC_URL}.customer", "")] == crossings
    assert [
        ("unread-source", "flows/estate.yaml"),
        ("unlocated-system", "${BRANCH_JDBC_URL}"),
        ("undetermined-crossing", "shop-cn/(${BRANCH_JDBC_URL})/undeclared"),
    ] == findings
    assert (UnreadFact(Location("flows/estate.yaml", 12, 5), "unread.values_file", "part", values),) == unread
    assert (
        "deploy/prod.env, named under `values`, gives none, so its placeholders stay open."
        " There is no such file under the root. Correct the path."
    ) == message("unread.values_file", "en", values)
    assert (
        "`values` 所列的 deploy/prod.env 未给出任何值，相应占位符不予替换。根目录下没有该文件。更正路径。"
    ) == message("unread.values_file", "zh", values)


def test_a_values_file_is_no_file_that_nobody_knows(tmp_path: Path) -> None:
    folder = estate(tmp_path, with_values=True)
    (folder / "deploy" / "test.env").write_text("A=b", encoding="utf-8")
    assert ((".env", 1),) == gather(folder).others


def test_a_link_in_the_place_of_a_values_file_is_not_followed(tmp_path: Path) -> None:
    folder = estate(tmp_path / "estate", with_values=False)
    (tmp_path / "prod.env").write_text("BRANCH_JDBC_URL=h.example", encoding="utf-8")
    (folder / "deploy").mkdir()
    (folder / "deploy" / "prod.env").symlink_to(tmp_path / "prod.env")
    gathered = gather(folder)
    values = (("file", "deploy/prod.env"), ("why", "unread.link_on_the_way"))
    assert () == gathered.values
    assert (
        UnreadFact(Location("flows/estate.yaml", 12, 5), "unread.values_file", "part", values)
        in gathered.unread
    )


def test_no_report_shows_a_secret_of_a_values_file(tmp_path: Path) -> None:
    tables = load_tables()
    analysis = analyse(gather(estate(tmp_path, with_values=True)), tables, date(2026, 11, 30)).analysis
    told = "".join(render(analysis, "both", tables.names) for render in REPORTS.values())
    assert "branch.c1yz7ciq32gg" in told
    assert CANARY not in told
