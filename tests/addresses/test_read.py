from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.source.yaml_text import parse_yaml

_FILE = Path(__file__).with_name("addresses.yaml")
_SECRET = "s3cr3tC4nary0fAccess9"  # noqa: S105  a planted word, no real secret


def _cases() -> list[Any]:
    (document,) = parse_yaml(_FILE.name, _FILE.read_text(encoding="utf-8"))
    groups: Any = document.plain()
    return [pytest.param(case, id=case["text"]) for cases in groups.values() for case in cases]


def _said(endpoint: Endpoint) -> dict[str, object]:
    told = {field.name: getattr(endpoint, field.name) for field in fields(endpoint)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items() if value}


@pytest.mark.parametrize("case", _cases())
def test_an_address_says_its_parts(case: dict[str, Any]) -> None:
    assert case["says"] == _said(read_address(case["text"]))


@pytest.mark.parametrize(
    "form",
    [
        "jdbc:mysql://root:{}@h:3306/crm",
        "jdbc:mysql://h:3306/crm?user=root&password={}",
        "jdbc:mysql://root:a/b?c#{}@h/crm",
        "jdbc:sqlserver://h:1433;databaseName=x;user=sa;password={};encrypt=true",
        "jdbc:oracle:thin:scott/{}@h:1521:ORCL",
        "jdbc:db2://h:50000/DB:user=u;password={};",
        "jdbc:informix-sqli://h:1526/db:INFORMIXSERVER=s;password={}",
        "jdbc:TAOS-RS://h:6041/db?user=root&password={}",
        "jdbc:bigquery://https://www.googleapis.com/bigquery/v2:443;ProjectId=p;OAuthPvtKey={}",
        "jdbc:snowflake://a.snowflakecomputing.com/?db=x&password={}",
        "jdbc:unknown-engine:{}@nowhere",
        "mongodb+srv://u:{}@c.example.net/db",
        "redis://:{}@h:6379/0",
        "amqp://u:{}@h/vhost",
        "https://u:{}@api.example.com/v1",
        "https://api.example.com/v1?key={}",
        "https://api.example.com/v1#{}",
        "https://hooks.example.com/services/{}",
        "s3://AKIAXX:{}@bucket/p",
        "https://b.oss-cn-hangzhou.aliyuncs.com/x?Signature={}",
        "root:{}@tcp(h:3306)/db",
        "host=h dbname=d user=u password={}",
        "Server=h,1433;Initial Catalog=d;User ID=u;Password={};",
        "${{DB_URL:jdbc:mysql://u:{}@h/d}}",
        "user:{}",
        "user:{}@",
        "program:curl -H {}",
        "postgres://u:{}@h1,h2:5432/d",
        "snowflake://u:{}@acct.us-east-1/DB",
    ],
)
def test_no_field_keeps_a_secret(form: str) -> None:
    assert _SECRET not in repr(read_address(form.format(_SECRET)))


@given(st.text(max_size=300))
def test_no_text_is_an_error(text: str) -> None:
    assert read_address(text).address


@given(st.text(alphabet="jdbc:mysql/@[](){}$<>%?;=&,.-_1aZ\\\ue000 ", max_size=120))
def test_no_text_of_an_address_is_an_error(text: str) -> None:
    assert read_address(text).address


@given(st.from_regex(r"[A-Za-z0-9/?#:;,.@!_-]{12,30}", fullmatch=True))
def test_a_password_of_any_signs_never_shows(password: str) -> None:
    secret = f"qQ{password}Zz"
    assert secret not in repr(read_address(f"jdbc:mysql://root:{secret}@db.example.com:3306/crm"))


def test_what_is_shown_reads_as_itself() -> None:
    shown = read_address("jdbc:mysql://u:p@[2001:DB8::1]:3306/crm?x=y").address
    assert "[2001:db8::1]:3306/crm" == shown
    assert ("2001:db8::1",) == read_address(shown).hosts


def test_reading_stays_linear_on_hostile_text() -> None:
    for text in (
        "jdbc:mysql://" + "@" * 50_000,
        "(" * 50_000,
        "${" * 50_000,
        "a:" * 50_000,
        "jdbc:" * 20_000,
    ):
        assert read_address(text).address
