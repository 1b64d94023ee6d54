"""The values that files give to the placeholders of one rule; where files disagree a placeholder stays open."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kuajing.model.declaration import SourceRule
from kuajing.model.facts import UnreadFact
from kuajing.readers.placeholders import fill_address, names_in
from kuajing.readers.values_files import LONGEST, ValuesFile, read_values
from kuajing.source.credentials import without_credentials
from kuajing.source.location import Location
from kuajing.source.paths import parts_inside
from kuajing.source.text import SourceText, Unread

ValuesFiles = Mapping[str, ValuesFile | Unread]
IsBound = Callable[[str], bool]
"""Whether the text of a placeholder is a declared endpoint of a system."""

_VARIABLE = re.compile(r"\bvar\.([A-Za-z_][\w-]*)")
_ROUNDS = 4
_MOST_IN_ONE = 64


@dataclass(frozen=True, slots=True)
class Given:
    """Values by the name of the placeholder, and what of the files of a rule gives none."""

    values: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[UnreadFact, ...] = ()


def values_files(texts: Iterable[SourceText]) -> ValuesFiles:
    """What each file gives, by its path."""
    return {text.path: read_values(text) for text in texts}


def given_for(rule: SourceRule, files: ValuesFiles, texts: Iterable[str], is_bound: IsBound) -> Given:
    """What the files of a rule give to the placeholders of the texts under it.

    A placeholder that a system is declared by keeps its name beside its value, as a default does, so that it still
    meets that system. One that files give differently stands for itself, whatever default it has.
    """
    if not rule.values:
        return Given()
    paths = dict.fromkeys("/".join(parts_inside(path) or ()) for path in rule.values)
    found = [files[path] for path in paths if path in files]
    read = [one for one in found if isinstance(one, ValuesFile)]
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in read:
        for document in file.documents:
            for name, value in document.items():
                said[name][value].append(file.path)
    settled = {name: next(iter(values)) for name, values in said.items() if len(values) == 1}
    used = _used((*texts, rule.default_database or "", rule.default_schema or ""), settled)
    open_names = sorted(name for name in used if len(said.get(name, ())) > 1)
    unread = [
        *(
            UnreadFact(rule.location, one.reason, "part", one.values)
            for one in found
            if isinstance(one, Unread)
        ),
        *(_unread_lines(file) for file in read if file.unread_lines),
        *(_open(rule, name, said[name].values()) for name in open_names),
    ]
    themselves = {name: f"${{{name}}}" for name in open_names}
    known = {name: settled[name] for name in used if name in settled} | themselves
    values = {name: without_credentials(_expanded(name, known)) for name in known}
    kept = {name: _beside_its_name(name, value, is_bound) for name, value in values.items()}
    return Given({name: value for name, value in kept.items() if value is not None}, tuple(unread))


def _used(texts: Iterable[str], settled: Mapping[str, str]) -> tuple[str, ...]:
    """The names that the texts ask for, and those that their values ask for in turn, sorted."""
    used: set[str] = set()
    asked = {name for text in texts for name in (*names_in(text), *_variables_in(text, settled))}
    while asked:
        used |= asked
        asked = {name for one in asked for name in names_in(settled.get(one, ""))} - used
    return tuple(sorted(used))


def _variables_in(text: str, settled: Mapping[str, str]) -> Iterator[str]:
    """The variables of Terraform in a text: `var.a` asks for `a`, and for all that stands in it if it is a map."""
    asked = frozenset(_VARIABLE.findall(text)) if "var." in text else frozenset()
    yield from asked
    if asked:
        yield from (name for name in settled if "." in name and name.split(".", 1)[0] in asked)


def _expanded(name: str, known: Mapping[str, str]) -> str:
    """A value with the placeholders inside it filled; one that comes back to itself stays open."""
    value = known[name]
    for _ in range(_ROUNDS):
        asked = tuple(names_in(value))
        if not asked or len(asked) > _MOST_IN_ONE:
            break
        filled = fill_address(value, {one: known[one] for one in asked if one in known and one != name})
        if filled == value or len(filled) > LONGEST:
            break
        value = filled
    return value


def _beside_its_name(name: str, value: str, is_bound: IsBound) -> str | None:
    if is_bound(f"${{{name}}}"):
        return None if "{" in value or "}" in value else f"${{{name}:-{value}}}"
    others = (f"$({name})", f"{{{{{name}}}}}", f"@{name}@")
    return None if any(is_bound(form) for form in others) else value


def _unread_lines(file: ValuesFile) -> UnreadFact:
    count = (("count", str(len(file.unread_lines))),)
    return UnreadFact(Location(file.path, file.unread_lines[0]), "unread.values_lines", "part", count)


def _open(rule: SourceRule, name: str, files: Iterable[list[str]]) -> UnreadFact:
    paths = ", ".join(sorted({path for one in files for path in one}))
    return UnreadFact(rule.location, "unread.values_differ", "part", (("name", name), ("files", paths)))
