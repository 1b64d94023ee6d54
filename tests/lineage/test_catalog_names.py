import pytest

from kuajing.lineage.catalog_names import catalog_of


@pytest.mark.parametrize(
    ("table", "dialect", "own", "expected"),
    [
        (("uscat", "crm", "member"), "trino", "hive", "uscat"),
        (("hive", "ods", "member"), "trino", "Hive", None),
        (("system", "runtime", "nodes"), "trino", None, None),
        (("ods", "member"), "trino", None, None),
        (("internal", "dwd", "member"), "doris", None, None),
        (("mysql_hk", "crm", "member"), "Doris", None, "mysql_hk"),
        (("otherdb", "dbo", "member"), "tsql", "crm", None),
        (("otherdb", "public", "member"), "snowflake", None, None),
        (("uscat", "crm", "member"), None, None, None),
    ],
)
def test_a_catalog_is_another_system_where_engines_only_query(
    table: tuple[str, ...], dialect: str | None, own: str | None, expected: str | None
) -> None:
    assert catalog_of(table, dialect, own) == expected
