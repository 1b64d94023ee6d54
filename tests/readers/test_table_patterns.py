import pytest

from kuajing.readers.table_patterns import fits, is_told_whole, narrowed, pairs_of, path_of


@pytest.mark.parametrize(
    ("expression", "pairs"),
    [
        (r".*\..*", [("*", "*")]),
        (r"crm\.member", [("crm", "member")]),
        ("crm.member", [("crm", "member")]),
        (r"crm\..*", [("crm", "*")]),
        (r"crm\.order_\d+", [("crm", "order_*")]),
        (r"crm\.(member|city)", [("crm", "member"), ("crm", "city")]),
        (r"(crm|oms)\.orders", [("crm", "orders"), ("oms", "orders")]),
        (r"crm_\d+\.orders", [("crm_*", "orders")]),
        (r"crm\.a+", [("crm", "*")]),
        (r"crm_\\d+.orders", [("crm_*", "orders")]),
        ("crm", [("crm", "*")]),
        ("", [("*", "*")]),
        ("(((((", [("*", "*")]),
    ],
)
def test_an_expression_is_told_by_names_with_stars(expression: str, pairs: list[tuple[str, str]]) -> None:
    assert pairs == list(pairs_of(expression))


def test_where_the_database_is_open_its_tables_cannot_be_told() -> None:
    assert ("crm_*",) == path_of(("crm_*", "orders"))
    assert [True, True, False] == [
        is_told_whole(one) for one in (("crm", "a*"), ("*", "*"), ("crm_*", "orders"))
    ]


def test_pairs_that_may_share_tables_fit_and_the_narrower_parts_are_shared() -> None:
    assert fits(("crm", "*"), ("crm", "member"))
    assert not fits(("crm", "*"), ("oms", "member"))
    assert ("crm", "member") == narrowed(("crm", "*"), ("*", "member"))
