"""What an expression of Jinja is worth, as far as it is written down."""

import pytest

from kuajing.embedded.dbt_calls import called
from kuajing.embedded.jinja_reader import evaluated
from kuajing.embedded.jinja_values import UNKNOWN, Relation, Value


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("'a' ~ 1 | string", "a1"),
        ("['a', 'b'] + ['c']", ["a", "b", "c"]),
        ("'Non-Profit'.lower().replace('-', '_')", "non_profit"),
        ("'yes' if x == 1 else 'no'", "yes"),
        ("not x in [2, 3] and x is not none", True),
        ("{'a': 'b'}.items() | list", [["a", "b"]]),
        ("[ref('a'), source('b', 'c')]", [Relation("a"), Relation("b.c")]),
        ("ref('a', v=2)", Relation("a_v2")),
        ("range(1, 4)", [1, 2, 3]),
        ("var('day')", UNKNOWN),
        ("'a' ~ env_var('b')", UNKNOWN),
        ("x if unknown else 2", UNKNOWN),
        ("__import__('os')", UNKNOWN),
        ("''.__class__", UNKNOWN),
        ("range(1000000000)", UNKNOWN),
        ("(((", UNKNOWN),
        ("(" * 900, UNKNOWN),
    ],
)
def test_an_expression_is_worth_what_it_writes_down(inner: str, expected: Value) -> None:
    assert evaluated(inner, {"x": 1}, called) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("dbt_utils.star(ref('a'), except=['b'])", "* except (b)"),
        ("dbt_utils.star(ref('a'), relation_alias='x')", "x.*"),
        ("dbt_utils.star(ref('a'), prefix='x_')", UNKNOWN),
        ("dbt_utils.generate_surrogate_key(['a', 'b.c'])", "md5(concat(a, b.c))"),
        ("dbt_utils.group_by(3)", "group by 1, 2, 3"),
        ("dbt.datediff('a', 'b', 'day')", "dbt_datediff(a, b)"),
        ("dbt_utils.safe_add(['a', 'b'])", "safe_add(a, b)"),
        (
            "dbt_utils.union_relations([ref('a'), ref('b')], source_column_name=none)",
            "select * from a union all by name select * from b",
        ),
        ("dbt_utils.union_relations(relations)", UNKNOWN),
        (
            "dbt_utils.pivot('kind', ['x'], then_value='price')",
            "sum(case when kind = 'x' then price else 0 end) as \"x\"",
        ),
        (
            "dbt_utils.date_spine('day', 'd', var('end'))",
            "select * from (select d as date_day) as spine where date_day < ${end_date}",
        ),
        ("my_project.star(ref('a'))", UNKNOWN),
    ],
)
def test_a_macro_that_every_project_has_puts_its_own_sql(inner: str, expected: Value) -> None:
    assert evaluated(inner, {}, called) == expected
