"""What each type of task moves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.embedded import blocks
from kuajing.embedded.placed import Placed, joined, standing
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, Fact, InfluenceFact, MoveFact, UnreadFact, UseFact
from kuajing.readers.datax import DATAX
from kuajing.readers.dolphinscheduler.exports import Task
from kuajing.readers.dolphinscheduler.reading import MECHANISM, Reading, Told, connection
from kuajing.readers.dolphinscheduler.sqoop import sqoop
from kuajing.readers.embedded_sql import EMBEDDED_SQL
from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.seatunnel import SEATUNNEL
from kuajing.source.location import Location

_PROGRAMS = re.compile(
    r"(?<![\w./-])(?:[\w./-]*/)?(sqoop|datax\.py|spark-submit|flink|seatunnel\.sh|curl|wget|scp|rsync|sftp|mysqldump|"
    r"distcp|ossutil\w*|obsutil|coscli|aws|gsutil|rclone|lftp)(?=\s)"
)
_DIALECTS = {
    **{name: name.lower() for name in (
        "MYSQL", "HIVE", "SPARK", "CLICKHOUSE", "ORACLE", "SQLSERVER", "PRESTO", "TRINO", "REDSHIFT", "ATHENA",
        "STARROCKS", "DORIS", "OCEANBASE", "SNOWFLAKE", "DATABEND", "VERTICA", "HANA",
    )},
    "POSTGRESQL": "postgres", "DAMENG": "dameng", "KYUUBI": "spark", "DB2": None,
}  # fmt: skip
_IDLE = frozenset({"SUB_PROCESS", "SUB_WORKFLOW", "DEPENDENT", "CONDITIONS", "SWITCH", "BLOCKING", "DYNAMIC"})


def told(reading: Reading, task: Task) -> Told:
    """The facts of one task as it runs, and its fates."""
    if task.type in _IDLE:
        return (), Counter(idle=1)
    if task.params is None:
        return _failed(task)
    own = replace(reading.context, values={**dict(task.values), **reading.context.values})
    facts, fates = _TASKS.get(task.type, _opaque)(replace(reading, context=own), task)
    if task.running.disabled:
        facts, fates = (
            tuple(fact for fact in facts if not isinstance(fact, UnreadFact | InfluenceFact)),
            Counter(idle=1),
        )
    return tuple(_running(fact, task) for fact in facts), fates


def _datax(reading: Reading, task: Task) -> Told:
    if task.said("customConfig") == "1":
        job = task.text("json")
        return reading.inner(DATAX, job) if job is not None else _failed(task)
    source, target = connection(task.said("dataSource")), connection(task.said("dataTarget"))
    query, table = task.text("sql"), fill_name(task.said("targetTable"), reading.context.values)
    if source is None or target is None or query is None or not table:
        return _failed(task)
    mention = DatasetMention(tuple(table.replace("`", "").split(".")), endpoint=target)
    moved = reading.query(query, source, _DIALECTS.get(task.said("dsType").upper()), mention)
    dialect = _DIALECTS.get(task.said("dtType").upper())
    return _joined(moved, *_beside(reading, task, target, dialect))


def _sql(reading: Reading, task: Task) -> Told:
    place = connection(task.said("datasource"))
    dialect = _DIALECTS.get(task.said("type").upper())
    text = task.text("sql")
    if text is None or place is None:
        return _failed(task)
    if task.said("sqlType") == "0" and _is_true(task, "sendEmail"):
        # The result of a query goes out with the alert.
        group = read_address(f"conn:alert-group-{task.said('groupId') or 'default'}")
        return reading.query(text, place, dialect, DatasetMention(("mail",), endpoint=group))
    return _joined(reading.sql(text, place, dialect), *_beside(reading, task, place, dialect))


def _beside(reading: Reading, task: Task, place: Endpoint, dialect: str | None) -> Iterator[Told]:
    for key in ("preStatements", "postStatements"):
        facts, fates = reading.sql(task.text(key), place, dialect)
        yield facts, Counter({fate: count for fate, count in fates.items() if fate in {"partial", "unread"}})


def _shell(reading: Reading, task: Task) -> Told:
    held = task.text("rawScript")
    if held is None:
        return (), Counter(idle=1)
    path = f"{held.path}.sh"
    told: list[Told] = [
        reading.inner(reader, held, path)
        for reader in (SEATUNNEL, EMBEDDED_SQL)
        if reader.recognises(path, held.text)
    ][:1]
    told += [
        reading.inner(DATAX, held.of(Placed(block.text, block.segments).through(held.placed)))
        for block in blocks(path, held.text).blocks
        if block.language == "json" and DATAX.recognises(path, block.text)
    ]
    if not told:
        told = [((), Counter(idle=1))]
    programs = sorted({found[1] for found in _PROGRAMS.finditer(held.text)})
    notes = tuple(
        UnreadFact(
            held.at(Location(held.path)), "unread.dolphinscheduler_program", "part", (("program", name),)
        )
        for name in programs
    )
    return _joined(*told, (notes, Counter(partial=1) if notes else Counter()))


def _seatunnel(reading: Reading, task: Task) -> Told:
    held = task.text("rawScript")
    if held is None or not SEATUNNEL.recognises(f"{held.path}.conf", held.text):
        return _opaque(reading, task)
    return reading.inner(SEATUNNEL, held, f"{held.path}.conf")


def _python(reading: Reading, task: Task) -> Told:
    held = task.text("rawScript")
    path = f"{held.path}.py" if held is not None else ""
    if held is None or not EMBEDDED_SQL.recognises(path, held.text):
        return _opaque(reading, task)
    facts, fates = reading.inner(EMBEDDED_SQL, held, path)
    return _joined((facts, fates), _opaque(reading, task))


def _program(reading: Reading, task: Task) -> Told:
    """A program of Spark or Flink: statements where it is written in SQL, else nobody can look into it."""
    script = task.text("rawScript")
    if task.said("programType").upper() != "SQL" or script is None:
        return _opaque(reading, task)
    before = task.text("initScript")
    if before is not None:
        begin = script.placed.offset(0)
        script = script.of(joined([before.placed, standing("\n;\n", begin, begin), script.placed]))
    return reading.sql(script, None, task.type.lower().removesuffix("_stream"))


def _hive(reading: Reading, task: Task) -> Told:
    script = task.text("hiveSqlScript")
    return reading.sql(script, None, "hive") if script is not None else _opaque(reading, task)


def _procedure(reading: Reading, task: Task) -> Told:
    place = connection(task.said("datasource"))
    return reading.sql(task.text("method"), place, _DIALECTS.get(task.said("type").upper()))


def _http(reading: Reading, task: Task) -> Told:
    """A call of a host outside: which data it sends, the task does not say; paths and parameters may hold tokens."""
    url = fill_address(task.said("url"), reading.context.values)
    found = read_address(url)
    if found.kind != "http":
        return _failed(task)
    scheme, _, rest = found.address.partition("://")
    store = replace(found, address=f"{scheme}://{rest.split('/', 1)[0]}", path=None)
    system = reading.context.rule.system if reading.context.rule is not None else None
    name = f"{task.workflow}.{task.name}"
    use = UseFact(name, system, DatasetMention((), endpoint=store), task.location, MECHANISM)
    return (use,), Counter(resolved=1)


def _opaque(reading: Reading, task: Task) -> Told:
    del reading
    values = (("program", task.type),)
    note = UnreadFact(task.location, "unread.dolphinscheduler_program", "statement", values)
    return (note,), Counter(unread=1)


def _failed(task: Task) -> Told:
    note = UnreadFact(task.location, "unread.dolphinscheduler_params", "statement", (("task", task.type),))
    return (note,), Counter(unread=1)


def _joined(*several: Told) -> Told:
    facts = tuple(fact for one, _ in several for fact in one)
    fates: Counter[str] = Counter()
    for _, one in several:
        fates += one
    return facts, fates


def _is_true(task: Task, key: str) -> bool:
    node = task.params.get(key) if task.params is not None else None
    return getattr(node, "value", None) in {True, "true", "TRUE"}


def _running(fact: Fact, task: Task) -> Fact:
    if isinstance(fact, MoveFact | UseFact):
        return replace(fact, running=replace(task.running, environment=fact.running.environment))
    return fact


_TASKS: dict[str, Callable[[Reading, Task], Told]] = {
    "DATAX": _datax,
    "FLINK": _program,
    "FLINK_STREAM": _program,
    "HIVECLI": _hive,
    "HTTP": _http,
    "PROCEDURE": _procedure,
    "PYTHON": _python,
    "REMOTESHELL": _shell,
    "SEATUNNEL": _seatunnel,
    "SHELL": _shell,
    "SPARK": _program,
    "SQL": _sql,
    "SQOOP": lambda reading, task: sqoop(reading, task) or _opaque(reading, task),
}
