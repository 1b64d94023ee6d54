"""`kuajing export fideslang`: an estate for those who keep their map in Fides."""

from pathlib import Path

from tests.cli.conftest import DAY, Run


def test_an_estate_goes_out_as_a_map_of_fides(run: Run, shop: Path, tmp_path: Path) -> None:
    ran = run("export", "fideslang", "--on", DAY, folder=shop)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith("# An estate as fideslang 3")
    written = tmp_path / "map.yml"
    assert run("export", "fideslang", str(shop), "--on", DAY, "-o", str(written)).code == 0
    assert written.read_text("utf-8") == ran.out


def test_two_exports_are_the_same_bytes(run: Run, shop: Path) -> None:
    first = run("export", "fideslang", "--on", DAY, folder=shop)
    assert first == run("export", "fideslang", "--on", DAY, "--lang", "zh", folder=shop)
