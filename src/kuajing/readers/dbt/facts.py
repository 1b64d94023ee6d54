"""The files of dbt projects as facts, those of one project read with each other in hand."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from kuajing.model.facts import DatasetMention, Fact, ReadFact, Running, UnreadFact, UseFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.dbt.files import CATALOG, MANIFEST, PROFILES, PROJECT, PROPERTIES, kind_of, parsed
from kuajing.readers.dbt.manifests import MECHANISM, Project, catalog_facts, manifest_facts
from kuajing.readers.dbt.profiles import Output, outputs_of
from kuajing.readers.dbt.properties import property_facts
from kuajing.readers.dbt.resources import project_of
from kuajing.readers.held import member, words
from kuajing.readers.seams import SourceContext
from kuajing.source.nodes import Node
from kuajing.source.text import SourceText

Say = Callable[[Catalogue], Iterator[Fact]]
Texts = tuple[tuple[SourceText, SourceContext], ...]
File = tuple[SourceText, SourceContext, str, Node | UnreadFact]


def recognises(path: str, text: str) -> bool:
    """Whether a text is one of the files of a dbt project."""
    return kind_of(path, text) is not None


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """Where a project runs is known only with its other files: its tables are told with its movements."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The facts of one file, as all files of its project together tell them."""
    say = context.together.get(text.path) or together(((text, context),))[text.path]
    yield from say(catalogue)


def together(texts: Texts) -> Mapping[str, Say]:
    """What each file says, with the profiles and projects beside it in hand."""
    files: tuple[File, ...] = tuple(
        (text, context, kind, parsed(text, kind))
        for text, context in texts
        if (kind := kind_of(text.path, text.text)) is not None
    )
    estate = _Estate(files)
    return {file[0].path: _say(file, estate) for file in files}


class _Estate:
    """All files of dbt: which profile and which manifest stand for a file."""

    def __init__(self, files: tuple[File, ...]) -> None:
        self.outputs: dict[str, tuple[Output, ...]] = {}
        self.profiles: dict[str, tuple[str, str]] = {}
        manifests: dict[str, Node] = {}
        for text, context, kind, node in files:
            if isinstance(node, UnreadFact):
                continue
            if kind == PROFILES:
                self.outputs[text.path] = tuple(outputs_of(node, context.values))
            elif kind == PROJECT:
                name = words(member(node, "name"))
                self.profiles[text.path] = (name, words(member(node, "profile")) or name)
            elif kind == MANIFEST:
                manifests[text.path] = node
        self.projects = {path: self._project(path, node) for path, node in manifests.items()}

    def beside(self, path: str, node: Node) -> Project:
        """The project of a catalogue: that of the manifest in its folder, else what its ids tell."""
        folder = _folder(path)
        found = [project for other, project in sorted(self.projects.items()) if _folder(other) == folder]
        return found[0] if found else self._project(path, node)

    def is_compiled(self, path: str) -> bool:
        """Whether a manifest says all that a file of properties says."""
        roots = (_folder(other).removesuffix("target").rstrip("/") for other in self.projects)
        return any(not root or path.startswith(f"{root}/") for root in roots)

    def _project(self, path: str, node: Node) -> Project:
        name = project_of(node)
        adapter = words(member(node, "metadata", "adapter_type")).lower()
        output = self._output(path, name, adapter)
        return Project(name, adapter or (output.adapter if output else ""), output)

    def _output(self, path: str, name: str, adapter: str) -> Output | None:
        """Where the project of a file connects to: by the profile it names, else the only one that fits."""
        named = {profile for project, profile in self.profiles.values() if project == name}
        near = sorted(self.outputs, key=lambda other: (-_shared(path, other), other))
        for other in near:
            fitting = [one for one in self.outputs[other] if not adapter or one.adapter == adapter]
            chosen = [one for one in fitting if one.profile in named] if named else fitting
            if not named and len({one.profile for one in chosen}) > 1:
                continue
            targets = [one for one in chosen if one.is_target] or (chosen if len(chosen) == 1 else [])
            if targets:
                return targets[0]
        return None


def _say(file: File, estate: _Estate) -> Say:
    text, context, kind, node = file

    def say(catalogue: Catalogue) -> Iterator[Fact]:
        if isinstance(node, UnreadFact):
            yield node
        elif kind == MANIFEST:
            yield from manifest_facts(text, node, estate.projects[text.path], context, catalogue)
        elif kind == CATALOG:
            yield from catalog_facts(text, node, estate.beside(text.path, node), context)
        elif kind == PROFILES:
            yield from _uses(text, context, estate.outputs[text.path])
        elif kind == PROPERTIES and not estate.is_compiled(text.path):
            yield from property_facts(text, node, context)
        else:
            yield ReadFact(text.path, MECHANISM, 0, 0, 0, 1)

    return say


def _uses(text: SourceText, context: SourceContext, outputs: tuple[Output, ...]) -> Iterator[Fact]:
    """Every store that a profile opens, and those of which the profile does not say where they are."""
    system = context.rule.system if context.rule is not None else None
    opened = 0
    for one in outputs:
        if one.endpoint is None:
            yield UnreadFact(
                one.location, "unread.dbt_profile", "part", (("output", f"{one.profile}.{one.name}"),)
            )
            continue
        opened += 1
        running = Running(environment=one.name)
        store = DatasetMention((), endpoint=one.endpoint)
        yield UseFact(one.profile, system, store, one.location, MECHANISM, running)
    yield ReadFact(text.path, MECHANISM, opened, len(outputs) - opened, 0, int(not outputs))


def _folder(path: str) -> str:
    folder = PurePosixPath(path).parent.as_posix()
    return "" if folder == "." else folder


def _shared(path: str, other: str) -> int:
    """How many folders two files share."""
    pairs = zip(path.split("/")[:-1], other.split("/")[:-1], strict=False)
    count = 0
    for one, two in pairs:
        if one != two:
            break
        count += 1
    return count
