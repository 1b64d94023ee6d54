"""What is remembered is what readers would say; what another file changes is asked again, and no value is kept."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.binding import declared_system_at
from kuajing.journey.gather import gather
from kuajing.lineage.movement import read_movement
from kuajing.lineage.remembering import Kept
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import DatasetMention, Fact, UseFact
from kuajing.model.lineage import Reason, Statement
from kuajing.readers import READERS
from kuajing.readers.datax import DATAX
from kuajing.readers.embedded_sql import EMBEDDED_SQL
from kuajing.readers.remembering import RememberedFacts
from kuajing.readers.sql import SQL
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText

ROOT = Path(__file__).parents[2]
ESTATES = (*sorted((ROOT / "flows").iterdir()), ROOT / "tests" / "cli" / "data" / "planted_secrets")
CORPUS = os.environ.get("KUAJING_CORPUS", "")
PLANTED = re.compile(rb"(?i)canary\d\d|(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])|110101199003070011")

DEFINES = ("a.sql", "create table s (a int comment '姓名', b int comment 'it''s')")
STAR = ("b.sql", "insert into t select * from s")
MODULE = ("main.tf", 'resource "aws_s3_bucket" "a" {\n  bucket = var.name\n}\n')
DEFAULT = ("vars.tf", 'variable "name" {\n  default = "orders"\n}\n')


class Held:
    """A store in memory."""

    def __init__(self) -> None:
        self.kept: dict[bytes, list[Kept]] = defaultdict(list)

    def found(self, key: bytes) -> list[Kept]:
        return self.kept[key]

    def keep(self, key: bytes, kept: Kept) -> None:
        self.kept[key].append(kept)

    @property
    def count(self) -> int:
        return sum(map(len, self.kept.values()))


def texts_of(*files: tuple[str, str]) -> list[SourceText]:
    return [SourceText(path, text, "utf-8", doubtful=False, digest="") for path, text in files]


def reading(store: Held, *files: tuple[str, str], **words: Any) -> tuple[Fact, ...]:  # noqa: ANN401  whatever is asked for
    """The facts with what the store holds, which are those without it."""
    known: dict[str, Any] = {"rules": (), "functions": {}, **words}
    anew = read_sources(texts_of(*files), **known)
    again = read_sources(texts_of(*files), **known, remembered=RememberedFacts(store, "1"))
    assert repr(anew) == repr(again)
    return again


def adds(store: Held, *files: tuple[str, str], **words: Any) -> int:  # noqa: ANN401  whatever is asked for
    """How many answers a reading adds to what is known."""
    before = store.count
    reading(store, *files, **words)
    return store.count - before


@pytest.mark.parametrize("estate", [path for path in ESTATES if path.is_dir()], ids=lambda path: path.name)
def test_an_estate_is_read_the_same_and_no_secret_of_it_is_kept(estate: Path) -> None:
    _compared(estate)


@pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")
def test_the_corpus_is_read_the_same() -> None:
    for folder in sorted(path for path in Path(CORPUS).iterdir() if path.is_dir()):
        _compared(folder)


def _compared(folder: Path) -> None:
    store = Held()
    anew = _facts(folder, None)
    assert anew == _facts(folder, RememberedFacts(store, "1"))
    count = store.count
    assert anew == _facts(folder, RememberedFacts(store, "1"))
    assert count == store.count
    assert [] == PLANTED.findall(_bytes(store))


def _facts(folder: Path, remembered: RememberedFacts | None) -> str:
    gathered = gather(folder, remembered)
    declared = gathered.declaration
    functions = {one.name: one.effect for one in declared.functions}
    facts = read_sources(
        gathered.texts,
        declared.sources,
        functions,
        system_at=declared_system_at(declared.systems),
        values=gathered.values,
        remembered=remembered,
    )
    return repr((gathered.texts, gathered.unread, facts))


def test_what_is_known_is_not_read_again() -> None:
    store = Held()
    reading(store, DEFINES, STAR)

    def gone(*_: object) -> Iterator[Fact]:
        raise AssertionError("read anew")

    silent = tuple(replace(one, structure=gone, movement=gone) for one in (SQL,))
    known = RememberedFacts(store, "1")
    facts = read_sources(texts_of(DEFINES, STAR), (), {}, readers=silent, remembered=known)
    assert read_sources(texts_of(DEFINES, STAR), (), {}) == facts


@pytest.mark.parametrize(
    ("files", "count"),
    [
        ((DEFINES, STAR), 0),
        ((DEFINES, STAR, ("c.properties", "a=b")), 0),
        ((("a.sql", DEFINES[1].replace("b int", "c int")), STAR), 2),
        ((DEFINES, ("moved.sql", STAR[1])), 1),
        ((STAR,), 1),
    ],
)
def test_only_what_may_have_changed_is_read_again(files: tuple[tuple[str, str], ...], count: int) -> None:
    store = Held()
    reading(store, DEFINES, STAR)
    assert count == adds(store, *files)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ({"rules": (SourceRule(("b.sql",), Location("flows.yaml", 9)),)}, 1),
        ({"rules": (SourceRule(("b.sql",), Location("flows.yaml", 9), system="crm"),)}, 1),
        ({"functions": {"f": "masked"}}, 2),
    ],
)
def test_what_a_declaration_says_of_a_text_counts(words: dict[str, Any], count: int) -> None:
    store = Held()
    reading(store, DEFINES, STAR)
    assert count == adds(store, DEFINES, STAR, **words)
    assert 0 == adds(store, DEFINES, STAR, **words)


def test_where_a_declaration_says_it_does_not_count() -> None:
    store = Held()
    rule = SourceRule(("*.sql",), Location("flows.yaml", 9), system="crm")
    reading(store, DEFINES, STAR, rules=(rule,))
    assert 0 == adds(store, DEFINES, STAR, rules=(replace(rule, location=Location("flows.yaml", 19)),))


def test_another_value_of_a_placeholder_counts() -> None:
    store, sql = Held(), ("a.sql", "insert into ${db}.t select a from s")
    rules = (SourceRule(("*.sql",), Location("flows.yaml"), values=("prod.env",)),)
    for value in ("ods", "dwd"):
        values = texts_of(("prod.env", f"db={value}\n"))
        assert 1 == adds(store, sql, rules=rules, values=values)
        assert 0 == adds(store, sql, rules=rules, values=values)


def test_texts_that_are_read_together_hang_on_each_other() -> None:
    store = Held()
    assert 2 == adds(store, MODULE, DEFAULT)
    assert 0 == adds(store, MODULE, DEFAULT)
    assert 2 == adds(store, MODULE, (DEFAULT[0], DEFAULT[1].replace("orders", "people")))


EXAMPLES = ("canal", "connect", "dbt", "dolphinscheduler", "fideslang", "flink_cdc", "maxwell", "openlineage")


@pytest.mark.parametrize("format_", EXAMPLES)
def test_every_answer_of_a_format_is_kept(format_: str) -> None:
    """One answer at least for each file, so that what is read together need not be read again."""
    folder = Path(__file__).parent / format_
    store = Held()
    texts = gather(folder).texts
    anew = read_sources(texts, (), {})
    assert anew == read_sources(texts, (), {}, remembered=RememberedFacts(store, "1"))
    silent = tuple(
        replace(one, structure=_gone, movement=_gone, together=one.together and _gone) for one in READERS
    )
    assert anew == read_sources(texts, (), {}, readers=silent, remembered=RememberedFacts(store, "1"))


def _gone(*_: object) -> Any:  # noqa: ANN401  stands for every function of a reader
    raise AssertionError("read anew")


def test_other_code_reads_anew() -> None:
    store = Held()
    for engine, count in (("1", 2), ("1", 2), ("2", 4)):
        read_sources(texts_of(DEFINES, STAR), (), {}, remembered=RememberedFacts(store, engine))
        assert count == store.count


def test_an_answer_that_hangs_on_the_machine_is_not_kept() -> None:
    def slow(text: str, **words: Any) -> tuple[Statement, ...]:  # noqa: ANN401  whatever is asked for
        found = read_movement(text, **words)
        return tuple(
            one._replace(fate="unread", reasons=(Reason("unread.sql_too_slow", (), 1),)) for one in found
        )

    store = Held()
    read_sources(texts_of(STAR), (), {}, read_sql=slow, remembered=RememberedFacts(store, "1"))
    assert 0 == store.count


@pytest.mark.parametrize(
    "sql",
    [
        "insert into t select a + 13800138000 from s",
        "create table t (a int comment '13800138000 canary01')",
        "insert into t select 'canary01' from s where a = 'canary02'",
    ],
)
def test_what_is_kept_of_a_script_holds_no_value_of_it(sql: str) -> None:
    store = Held()
    assert 1 == adds(store, ("a.sql", sql))
    assert [] == PLANTED.findall(_bytes(store))


@pytest.mark.parametrize(
    ("name", "count"), [("a + 13800138000", 0), ("jdbc:mysql://u:canary01@h/d", 0), ("a + 1", 1)]
)
def test_what_may_be_a_value_keeps_an_answer_from_being_kept(name: str, count: int) -> None:
    def says(text: SourceText, *_: object) -> Iterator[Fact]:
        yield UseFact(name, None, DatasetMention(("t",)), Location(text.path), "sql")

    store = Held()
    reader = replace(SQL, movement=says)
    assert count == adds(store, STAR, readers=(reader,))


def _bytes(store: Held) -> bytes:
    return b"".join(part for rows in store.kept.values() for row in rows for part in row)


def test_that_a_program_holds_sql_is_looked_for_once() -> None:
    known = RememberedFacts(Held(), "1")
    asked: list[str] = []

    def recognises(path: str, text: str) -> bool:
        asked.append(path)
        return EMBEDDED_SQL.recognises(path, text)

    reader = replace(EMBEDDED_SQL, recognises=recognises)
    program = "spark.sql('insert into t select a from s')"
    assert all(known.is_of(reader, path, program) for path in ("a.py", "a.py", "b.py"))
    assert ["a.py", "b.py"] == asked
    assert not known.is_of(DATAX, "a.json", "{}")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_store_only_costs_another_reading(data: st.DataObject) -> None:
    store = Held()
    reading(store, DEFINES, STAR, MODULE, DEFAULT)
    for key, rows in store.kept.items():
        store.kept[key] = [tuple(_damaged(part, data) for part in row) for row in rows]  # type: ignore[misc]
    reading(store, DEFINES, STAR, MODULE, DEFAULT)


def _damaged(part: bytes, data: st.DataObject) -> bytes:
    at = data.draw(st.integers(0, len(part)))
    return data.draw(st.sampled_from([part, part[:at], part[:at] + b"\xff" + part[at + 1 :], b"", b"[]"]))


def test_readers_ask_for_nothing_that_is_not_noted() -> None:
    """What another file says is asked for through two questions, and where a rule stands is no reader's business."""
    unnoted = re.compile(r"\bcatalogue\.(?:places|place|system_at)\b|\brule\.(?:location|paths)\b")
    of_all = {"recorded_catalogue.py", "remembering.py", "rules_of_paths.py", "values.py"}
    readers = ROOT / "src" / "kuajing" / "readers"
    texts = {path.relative_to(readers): path.read_text("utf-8") for path in sorted(readers.rglob("*.py"))}
    found = {path for path, text in texts.items() if path.name not in of_all and unnoted.search(text)}
    assert set() == found


def test_the_name_of_a_file_of_values_counts_for_what_it_names() -> None:
    copy = ("main.tf", 'resource "aws_db_instance" "a" {\n  replicate_source_db = "main"\n}\n')
    store = Held()
    for name in ("prod.tfvars", "dev.tfvars"):
        rule = SourceRule(("**",), Location("kuajing.yaml"), values=(name,))
        for _ in range(2):
            reading(store, copy, rules=(rule,), values=texts_of((name, "")))


SECRET_MANIFEST = (
    "manifest.json",
    (
        '{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v8.json"},'
        ' "macros": {"canary01": "canary02"}, "nodes": {"model.p.a": {"name": "a", "resource_type": "model",'
        ' "tags": ["canary03"], "meta": {"password": "canary04", "key": "canary05"},'
        ' "description": "The \\u59d3\\u540d of\\n\\n  canary06, 13800138000, https://u:canary07@h/",'
        ' "columns": {"b": {"name": "b", "description": "one of:\\n| canary08 |"}}}}}'
    ),
)
SECRET_EVENT = (
    "event.json",
    (
        '{"eventType": "START", "job": {"namespace": "n", "name": "j"}, "outputs": [{"namespace": "n", "name": "t",'
        ' "facets": {"documentation": {"description": "for\\n\\ncanary09"}, "tags": {"tags": ['
        '{"key": "canary10", "value": "canary11"}]}}}]}'
    ),
)
SECRET_MAP = (
    "map.yml",
    (
        "dataset:\n  - fides_key: d\n    collections:\n      - name: c\n        description: >-\n          of\n          canary12\n"
        "        fields:\n          - name: f\n            data_categories: [user.name]\n            description: canary13\n"
    ),
)


@pytest.mark.parametrize("file", [SECRET_MANIFEST, SECRET_EVENT, SECRET_MAP], ids=lambda file: file[0])
def test_comments_of_several_parts_are_kept_without_their_words(file: tuple[str, str]) -> None:
    store = Held()
    assert 1 == adds(store, file)
    assert 0 == adds(store, file)
    assert [] == PLANTED.findall(_bytes(store))
    assert "canary" in repr(reading(store, file))
