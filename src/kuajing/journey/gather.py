"""What lies under a root, read once: the declaration's documents and the texts of all other sources."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath

from kuajing.journey.policy_files import policy_files
from kuajing.journey.values_files import values_files
from kuajing.model.declaration import Declaration, SourceRule
from kuajing.model.facts import UnreadFact
from kuajing.readers import READERS
from kuajing.readers.datax.resembling import WORDS, unread_job
from kuajing.readers.declaration import SCHEMA_PATH, is_declaration, read_declaration
from kuajing.readers.recognising import reader_of
from kuajing.readers.remembering import RememberedFacts
from kuajing.readers.rules_of_paths import rule_for
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node
from kuajing.source.survey import Survey
from kuajing.source.text import FoundFile, SourceText, Unread
from kuajing.source.workspace import Workspace
from kuajing.source.yaml_text import parse_yaml

DECLARATIONS = "flows"
"""The folder that holds declarations; where it is absent they may stand anywhere under the root."""

# Seen in the text before it is parsed; the full-width colon is there so that its mistake is told, not passed over.
_DECLARES = re.compile(r"^[\"']?kuajing[\"']?\s*[:：]", re.MULTILINE)
SECTIONS = frozenset(field.name for field in fields(Declaration))
"""The words that stand at the top of a declaration beside its version."""
YAML = frozenset({".yaml", ".yml"})
"""Endings of the files that may declare."""
JSON = ".json"
"""The ending of the files that are looked into for jobs even where they cannot be read."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All input of an analysis.

    `texts` are those that some reader recognises, `unread` what could not be read, `others` how many files of each
    ending no reader knows, `passed_over` the folders that a rule leaves out, `declarations` the files that declare, `values`
    the files that give values to placeholders, `policies` those of the organisation's own rules.
    """

    declaration: Declaration
    texts: tuple[SourceText, ...]
    unread: tuple[UnreadFact, ...]
    others: tuple[tuple[str, int], ...]
    passed_over: tuple[str, ...]
    declarations: tuple[str, ...] = ()
    values: tuple[SourceText, ...] = ()
    policies: tuple[SourceText, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that an analysis could rest on."""
        return not (self.texts or self.unread or self.declarations)


def declares(text: str) -> bool:
    """Whether a text says that it is a declaration."""
    return bool(_DECLARES.search(text))


def gather(root: Path, remembered: RememberedFacts | None = None) -> Gathered:
    """Everything under `root` that an analysis reads; `remembered` are answers of readers from earlier runs.

    Raises InputErrors with every fault of every declaration.
    """
    first = Workspace(root).survey()
    declaration, declared_in = declaration_of(Workspace(root), first.files)
    named = tuple(pattern for rule in declaration.sources for pattern in rule.paths)
    workspace = Workspace(root, declaration.settings.exclude, declared=named)
    # Where nothing is declared of folders, a second walk would meet what the first has met.
    seen = workspace.survey() if workspace != Workspace(root) else first
    texts: list[SourceText] = []
    policies = policy_files(workspace, first, declaration.settings.rules)
    read_apart = {*declared_in, *(text.path for text in policies)}
    values, ungiven = values_files(workspace, declaration.sources)
    unread = [*(_fact(one) for one in seen.unread if not _is_read_elsewhere(one, seen)), *ungiven]
    others: Counter[str] = Counter()
    told = {*declared_in, *(text.path for text in values), SCHEMA_PATH}
    for file in seen.files:
        if file.path in read_apart:
            continue
        rule = rule_for(file.path, declaration.sources)
        found = workspace.read(file.path, rule.encoding if rule else None)
        if isinstance(found, SourceText) and (_is_known(found, remembered) or _is_declared_sql(rule)):
            texts.append(found)
            unread += _doubts(found)
        elif (problem := _unread(workspace, found, file.path, rule)) is not None:
            unread.append(problem)
        elif file.path not in told:
            others[_ending(file.path) or "(none)"] += 1
    return Gathered(
        declaration,
        tuple(texts),
        tuple(sorted(unread, key=lambda fact: fact.location)),
        tuple(sorted(others.items())),
        tuple(one.location.path for one in seen.passed_over),
        tuple(sorted(declared_in)),
        values,
        policies,
    )


def _doubts(text: SourceText) -> list[UnreadFact]:
    """A notice where another encoding fits a text as well and reads more naturally."""
    values = (("encoding", text.encoding),)
    return (
        [UnreadFact(Location(text.path), "unread.encoding_doubtful", "part", values)] if text.doubtful else []
    )


def declaration_of(workspace: Workspace, files: tuple[FoundFile, ...]) -> tuple[Declaration, frozenset[str]]:
    """What the files under a root declare together, and which of them do; raises InputErrors with every fault."""
    paths = [file.path for file in files if _ending(file.path) in YAML]
    inside = [path for path in paths if path.startswith(DECLARATIONS + "/")]
    documents: list[tuple[str, Node]] = []
    sources: dict[str, str] = {}
    errors: list[InputError] = []
    for path in inside or paths:
        text = workspace.read(path)
        if not isinstance(text, SourceText):
            continue
        if not declares(text.text):
            errors += _unversioned(path, text.text) if inside else ()
            continue
        sources[path] = text.text
        try:
            nodes = parse_yaml(path, text.text)
        except InputErrors as found:
            errors.extend(found.errors)
            continue
        documents += [(path, node) for node in nodes if is_declaration(node)]
        errors += _undeclared(nodes)
    try:
        declaration = read_declaration(documents, sources=sources)
    except InputErrors as found:
        errors.extend(found.errors)
    if errors:
        raise InputErrors(errors)
    return declaration, frozenset(sources)


def _unversioned(path: str, text: str) -> Iterator[InputError]:
    """A fault for each document that says only what a declaration says, but not that it is one."""
    try:
        nodes = parse_yaml(path, text)
    except InputErrors:
        return
    for node in nodes:
        if not isinstance(node, Mapping) or not node.entries:
            continue
        if all(str(key.value) in SECTIONS for key, _ in node.entries):
            values = (("where", "---"), ("key", "kuajing: 1"))
            yield InputError(node.location, "declaration.missing_key", values)


def _undeclared(nodes: tuple[Node, ...]) -> Iterator[InputError]:
    """A fault for each document that lacks the version, beside others that have it: it would say nothing."""
    for node in nodes:
        if isinstance(node, Mapping) and not is_declaration(node):
            values = (("where", "---"), ("key", "kuajing"))
            yield InputError(node.location, "declaration.missing_key", values)


def _is_known(text: SourceText, remembered: RememberedFacts | None) -> bool:
    return reader_of(text.path, text.text, remembered) is not None


def _is_declared_sql(rule: SourceRule | None) -> bool:
    """Whether a rule gives a dialect to a file, which makes it SQL whatever it is called."""
    return rule is not None and rule.dialect is not None


def _unread(
    workspace: Workspace, found: SourceText | Unread, path: str, rule: SourceRule | None
) -> UnreadFact | None:
    """Why a file that might have been a source is none that can be read; None for files of other things."""
    may_be_job = rule is not None or _ending(path) == JSON
    if isinstance(found, SourceText):
        return unread_job(found) if may_be_job else None
    if rule is not None or _may_be_known(path) or (may_be_job and workspace.holds(path, WORDS)):
        return _fact(found)
    return None


def _may_be_known(path: str) -> bool:
    """Whether a file that could not be read might have been a source, going by its name alone."""
    return any(reader.recognises(path, "") for reader in READERS) or _ending(path) in YAML


def _is_read_elsewhere(unread: Unread, seen: Survey) -> bool:
    """Whether a link leads to a file or folder that is read under its own path: nothing is lost by not following it."""
    if unread.reason != "unread.link_inside":
        return False
    target = dict(unread.values)["target"]
    return any(file.path == target or file.path.startswith(target + "/") for file in seen.files)


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _fact(unread: Unread) -> UnreadFact:
    return UnreadFact(unread.location, unread.reason, "file", unread.values)
