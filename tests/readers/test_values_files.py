from pathlib import Path

import pytest

from kuajing.messages import LANGUAGES, message
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import UnreadFact
from kuajing.readers.two_passes import read_sources
from kuajing.readers.values_files import ValuesFile, read_values
from kuajing.source.location import Location
from kuajing.source.text import SourceText, Unread

HERE = Path(__file__).parent / "values"
HONG_KONG = "crm.c1yz7ciq32gg.ap-east-1.rds.amazonaws.com"
PLACE = Location("flows/estate.yaml", 4, 5)


def text_of(name: str) -> SourceText:
    return SourceText(name, (HERE / name).read_text("utf-8"), "utf-8", doubtful=False, digest="")


def written(path: str, words: str) -> SourceText:
    return SourceText(path, words, "utf-8", doubtful=False, digest="")


@pytest.mark.parametrize(
    ("name", "documents", "unread_lines"),
    [
        (
            "prod.env",
            (
                {
                    "CRM_JDBC_URL": "jdbc:mysql://***@${HK_HOST}:3306/crm?useSSL=false&password=***",
                    "HK_HOST": HONG_KONG,
                    "SINGLE": "a#b",
                    "DOUBLE": 'say "hi"',
                    "ODS_DB": "ods",
                    "TWICE": "last",
                },
            ),
            (16, 17, 18),
        ),
        (
            "app.properties",
            (
                {
                    "URL": "jdbc:mysql://h.example/crm",
                    "ports.mysql": "3306",
                    "name with:signs": "海",
                    "spaced": "value",
                },
                {"ports.mysql": "3307"},
            ),
            (),
        ),
        (
            "values.yaml",
            ({"crm.host": HONG_KONG, "crm.port": "3306", "crm.enabled": "yes", "plain.dotted": "x"},),
            (),
        ),
        ("values.json", ({"crm.host": "h.example", "crm.port": "3306", "db": "${x}"},), ()),
    ],
)
def test_every_form_gives_names_and_values_without_secrets(
    name: str, documents: tuple[dict[str, str], ...], unread_lines: tuple[int, ...]
) -> None:
    assert ValuesFile(name, documents, unread_lines) == read_values(text_of(name))


@pytest.mark.parametrize(
    ("name", "reason", "values"),
    [
        ("broken.yaml", "unread.values_syntax", (("file", "broken.yaml"), ("line", "3"))),
        ("list.yaml", "unread.values_shape", (("file", "list.yaml"),)),
        ("settings.toml", "unread.values_form", (("file", "settings.toml"),)),
    ],
)
def test_a_file_that_gives_no_values_says_why(
    name: str, reason: str, values: tuple[tuple[str, str], ...]
) -> None:
    assert Unread(Location(name), reason, values) == read_values(text_of(name))
    known = SourceRule(("**",), PLACE, values=(name,))
    unread = [
        fact
        for fact in read_sources([text_of("names.sql")], (known,), {}, values=[text_of(name)])
        if fact == UnreadFact(PLACE, reason, "part", values)
    ]
    assert len(unread) == 1
    for language in LANGUAGES:
        assert name in message(reason, language, values)


@pytest.mark.parametrize("name", [".env", "prod.env", ".env.prod", "env", "deploy/ENV.sh"])
def test_files_called_env_are_read_as_such(name: str) -> None:
    assert ValuesFile(name, ({"A": "b"},)) == read_values(written(name, "A=b"))


def test_a_file_that_only_ends_alike_is_not() -> None:
    assert isinstance(read_values(written("myenv", "A=b")), Unread)
