"""The estates around a path: those it lies in, those that lie in it, and no other."""

from pathlib import Path

from kuajing.journey.declared_around import declared_around

ROOT = Path(__file__).parents[2]


def roots(path: str) -> list[str]:
    found = declared_around((ROOT / path).resolve())
    return [one.root.relative_to(ROOT).as_posix() for one in found]


def test_a_folder_in_an_estate_has_that_estate() -> None:
    assert ["flows/shop"] == roots("flows/shop/warehouse")


def test_a_folder_that_holds_estates_has_all_of_them() -> None:
    assert ["flows/bank", "flows/hr", "flows/shop"] == roots(".")


def test_a_folder_beside_the_estates_has_none() -> None:
    assert [] == roots("tests/lineage")


def test_a_rule_falls_on_the_files_of_its_paths() -> None:
    (shop,) = declared_around(ROOT / "flows" / "shop")
    rule = shop.rule(ROOT / "flows" / "shop" / "warehouse" / "tables.sql")
    assert rule is not None
    assert ("hive", "shop_dw") == (rule.dialect, rule.default_schema)
    assert shop.rule(ROOT / "flows" / "shop" / "nowhere.txt") is None


def test_the_folder_named_may_declare_itself(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kuajing: 1\n", encoding="utf-8")
    (tmp_path / "inside").mkdir()
    assert [tmp_path] == [one.root for one in declared_around(tmp_path)]
    assert () == declared_around(tmp_path / "inside")
