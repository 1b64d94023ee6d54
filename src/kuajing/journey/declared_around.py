"""What declarations say of the SQL under a path: the estates that it lies in, or that lie in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kuajing.binding import declared_system_at
from kuajing.journey.estates import estates
from kuajing.journey.gather import DECLARATIONS, YAML, declaration_of, declares
from kuajing.journey.values_files import values_files
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import UnreadFact
from kuajing.readers.catalogue import SystemAt
from kuajing.readers.rules_of_paths import rule_for
from kuajing.source.globs import matches_any
from kuajing.source.text import FoundFile, SourceText
from kuajing.source.workspace import Workspace

_REPOSITORY = ".git"
"""What stands at the top of a repository; nobody looks for declarations above it."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What one estate declares of its SQL; `values` are the files that give values to placeholders.

    `ungiven` are those of them that cannot be read, `exclude` the globs of files that are none of the estate's.
    """

    root: Path
    exclude: tuple[str, ...]
    rules: tuple[SourceRule, ...]
    functions: Mapping[str, str]
    system_at: SystemAt
    values: tuple[SourceText, ...] = ()
    ungiven: tuple[UnreadFact, ...] = ()

    def rule(self, file: Path) -> SourceRule | None:
        """The rule that a file under the root falls under."""
        return rule_for(self._path(file), self.rules)

    def excludes(self, file: Path) -> bool:
        """Whether a file under the root is left out."""
        return matches_any(self._path(file), self.exclude)

    def _path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()


def declared_around(path: Path) -> tuple[Declared, ...]:
    """The estates that a resolved path lies in or that lie in it; none where nothing above it declares.

    Raises InputErrors with every fault of their declarations.
    """
    return tuple(
        _declared(root) for root in _roots(path) if path.is_relative_to(root) or root.is_relative_to(path)
    )


def _roots(path: Path) -> tuple[Path, ...]:
    """The roots of the nearest folder, from the path upwards, whose `flows/` declares; else the path, where it declares itself.

    A declaration in another folder above is not taken to speak of the path: it may lie there by chance.
    """
    for folder in (path, *path.parents):
        inside = Workspace(folder).within(DECLARATIONS)
        if inside is not None and _declare(inside, (file.path for file in inside.files())):
            return estates(folder)
        if (folder / _REPOSITORY).exists():
            break
    here = Workspace(path)
    return (path,) if _declare(here, here.names()) else ()


def _declare(workspace: Workspace, paths: Iterable[str]) -> bool:
    """Whether one of some files declares."""
    texts = (workspace.read(path) for path in paths if PurePosixPath(path.lower()).suffix in YAML)
    return any(isinstance(text, SourceText) and declares(text.text) for text in texts)


def _declared(root: Path) -> Declared:
    workspace = Workspace(root)
    declaration, _ = declaration_of(workspace, tuple(_candidates(workspace)))
    values, ungiven = values_files(workspace, declaration.sources)
    return Declared(
        root,
        declaration.settings.exclude,
        declaration.sources,
        {function.name: function.effect for function in declaration.functions},
        declared_system_at(declaration.systems),
        values,
        ungiven,
    )


def _candidates(workspace: Workspace) -> Iterator[FoundFile]:
    """The files that may declare: those under `flows/` where there are such, else all."""
    inside = workspace.within(DECLARATIONS)
    if inside is None:
        yield from workspace.files()
        return
    yield from (FoundFile(f"{DECLARATIONS}/{file.path}", file.size) for file in inside.files())
