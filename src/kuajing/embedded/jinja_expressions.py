"""What an expression of Jinja puts into SQL, where its name alone tells: tables of dbt, stars, keys, nothing."""

import re
from dataclasses import dataclass

from kuajing.embedded.vocabulary import words

_STRING = r"\s*(?:'([^'\\\n]*)'|\"([^\"\\\n]*)\")\s*"
_OPTIONS = r"(?:,\s*\w+\s*=\s*[^()\[\],]+)*"
_REF = re.compile(rf"\b(?:ref\({_STRING}(?:,{_STRING})?{_OPTIONS}\)|source\({_STRING},{_STRING}\))")
_TAIL = re.compile(r"(?:\.\w+(?:\([^()]*\))?)*")
_CALL = re.compile(r"(?P<name>[A-Za-z_][\w.]*)\s*\(")
_AT_ENDS_OF_LOOP = re.compile(r"(?:'[^']*'|\"[^\"]*\")\s+if\s+not\s+loop\.(?:last|first)\b.*", re.DOTALL)
_STAR = re.compile(r"(?:dbt_utils\.)?star\((?P<given>.*)\)", re.DOTALL)
_ALIAS = re.compile(r"relation_alias\s*=\s*['\"]?([\w.]+)['\"]?")
_KEY = re.compile(
    r"(?:dbt_utils\.)?(?:generate_)?surrogate_key\(\s*\[(?P<columns>[^\[\]]*)\]\s*\)", re.DOTALL
)
_LISTED = re.compile(r"'([^'\n]*)'|\"([^\"\n]*)\"")
_GROUPING = re.compile(r"(?:dbt_utils\.)?group_by\(\s*(?:n\s*=\s*)?(\d{1,2})\s*\)")
_NAME = re.compile(r"[\w$]+")
_COLUMN = re.compile(r"[\w.$]+")
_SILENT = words(
    "config return log print doc docs set_sql_header caller debug exceptions.raise_compiler_error"
    " exceptions.warn exceptions.raise_not_implemented"
)
"""Calls that put nothing into the text."""
_VALUES = re.compile(
    r"var|env_var|adapter\.quote|dbt\.[\w]+|(?:dbt_utils\.)?(?:type_\w+|current_timestamp\w*|safe_\w+|string_literal"
    r"|datediff|dateadd|date_trunc|hash|concat|pretty_time|escape_single_quotes|cast_\w+|last_day|split_part|slugify|surrogate_key|generate_surrogate_key)"
    r"|macros\.[\w.]+|(?:task_instance|ti)\.xcom_pull|run_started_at\.\w+|modules\.[\w.]+|ds_add|\w+\.(?:strftime|get|format"
    r"|replace|upper|lower|join|strip|split|append|isoformat|add|subtract|int_timestamp|in_timezone|quote|keys|items)"
)
"""Calls that put a value or an expression over what they are given into the text."""


@dataclass(frozen=True, slots=True)
class Put:
    """What an expression puts into the text; None where it stays as a marker. `macro` is the call that nobody knows."""

    text: str | None
    macro: str | None = None
    tables: tuple[str, ...] = ()


def put_by(inner: str, own_name: str | None) -> Put:
    """What an expression puts into the text of a model that is called `own_name`."""
    table = _REF.match(inner)
    if table is not None and _TAIL.fullmatch(inner, table.end()) and (name := _table(table)) is not None:
        return Put(name)
    if own_name is not None and inner in {"this", "this.name", "this.identifier", "this.table"}:
        return Put(own_name)
    if _AT_ENDS_OF_LOOP.fullmatch(inner):
        return Put("")
    call = _CALL.match(inner)
    return _put_by_call(inner, call["name"]) if call is not None else Put(None)


def _put_by_call(inner: str, name: str) -> Put:
    if name in _SILENT:
        return Put("")
    known = _of_dbt_utils(inner)
    if known is not None or _VALUES.fullmatch(name) or name in {"ref", "source"}:
        return Put(known)
    return Put(None, name, tables_named(inner))


def tables_named(inner: str) -> tuple[str, ...]:
    """The tables that an expression names by `ref` and `source`, each once."""
    return tuple(dict.fromkeys(name for found in _REF.finditer(inner) if (name := _table(found)) is not None))


def _table(found: re.Match[str]) -> str | None:
    first, second, source, table = (
        found[index] if found[index] is not None else found[index + 1] for index in (1, 3, 5, 7)
    )
    parts = (source, table) if table is not None else (second if second is not None else first,)
    return ".".join(parts) if all(_NAME.fullmatch(part) for part in parts) else None


def _of_dbt_utils(inner: str) -> str | None:
    star = _STAR.fullmatch(inner)
    if star is not None and not re.search(r"\b(?:prefix|suffix)\s*=", star["given"]):
        alias = _ALIAS.search(star["given"])
        return f"{alias[1]}.*" if alias is not None else "*"
    key = _KEY.fullmatch(inner)
    columns = [one or other for one, other in _LISTED.findall(key["columns"])] if key is not None else []
    if columns and all(_COLUMN.fullmatch(column) for column in columns):
        return f"md5(concat({', '.join(columns)}))"
    grouping = _GROUPING.fullmatch(inner)
    if grouping is not None:
        return "group by " + ", ".join(str(number + 1) for number in range(int(grouping[1]) or 1))
    return "group by 1" if re.match(r"(?:dbt_utils\.)?group_by\(", inner) else None
