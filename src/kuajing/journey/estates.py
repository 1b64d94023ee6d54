"""How many estates stand under a root: usually one; several where each folder of declarations brings its own sources."""

from pathlib import Path, PurePosixPath

from kuajing.journey.gather import DECLARATIONS, YAML, declares
from kuajing.source.text import SourceText
from kuajing.source.workspace import Workspace


def estates(root: Path) -> tuple[Path, ...]:
    """The roots to analyse, sorted: the root itself, or the folders in `flows/` that are estates of their own.

    They are where no declaration stands in `flows/` itself, at least two of its folders declare, and each of these holds
    the sources that it speaks of beside the declaration. Folders that only sort the declarations of one estate hold nothing else.
    """
    workspace = Workspace(root).within(DECLARATIONS)
    if workspace is None:
        return (root,)
    inside = [PurePosixPath(file.path) for file in workspace.files()]
    declaring = {path for path in inside if path.suffix in YAML and _declares(workspace, path)}
    folders = sorted({path.parts[0] for path in declaring if len(path.parts) > 1})
    at_the_top = any(len(path.parts) == 1 for path in declaring)
    if at_the_top or len(folders) < len(("one", "another")):
        return (root,)
    bring = {path.parts[0] for path in inside if path.suffix not in {*YAML, ".md"}}
    return tuple(root / DECLARATIONS / folder for folder in folders) if set(folders) <= bring else (root,)


def _declares(workspace: Workspace, path: PurePosixPath) -> bool:
    text = workspace.read(path.as_posix())
    return isinstance(text, SourceText) and declares(text.text)
