"""Folders of Terraform files as modules, and which module calls which inside the root."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.readers.infrastructure.expressions import Attribute, Block, Expression, Literal
from kuajing.source.paths import parts_inside


@dataclass(frozen=True, slots=True)
class Module:
    """What the files of one folder say together; `files` are their paths."""

    folder: str
    files: tuple[str, ...]
    variables: Mapping[str, Block]
    locals: Mapping[str, Expression]
    outputs: Mapping[str, Expression]
    providers: tuple[Block, ...]
    resources: Mapping[str, Block]
    calls: Mapping[str, Block]
    workspace: Attribute | None


def modules_of(files: Mapping[str, Block]) -> Mapping[str, Module]:
    """The modules by folder, from the parsed files by path."""
    folders: dict[str, list[str]] = defaultdict(list)
    for path in sorted(files):
        folders[path.rpartition("/")[0]].append(path)
    return {
        folder: _module(folder, tuple(paths), [block for path in paths for block in files[path].blocks])
        for folder, paths in folders.items()
    }


def _module(folder: str, paths: tuple[str, ...], blocks: list[Block]) -> Module:
    def labelled(kind: str) -> dict[str, Block]:
        return {block.labels[0]: block for block in blocks if block.kind == kind and block.labels}

    outputs = {name: value for name, block in labelled("output").items() if (value := block.get("value"))}
    resources = {
        ".".join((*(("data",) if block.kind == "data" else ()), *block.labels)): block
        for block in blocks
        if block.kind in {"resource", "data"} and len(block.labels) == len(("type", "name"))
    }
    return Module(
        folder,
        paths,
        labelled("variable"),
        {one.name: one.expression for block in blocks if block.kind == "locals" for one in block.attributes},
        {name: attribute.expression for name, attribute in outputs.items()},
        tuple(block for block in blocks if block.kind == "provider" and block.labels),
        resources,
        labelled("module"),
        next(_workspaces(blocks), None),
    )


def _workspaces(blocks: Iterable[Block]) -> Iterator[Attribute]:
    for block in blocks:
        for inner in block.blocks if block.kind == "terraform" else ():
            for workspaces in inner.named("workspaces") if inner.kind in {"cloud", "backend"} else ():
                name = workspaces.get("name")
                if name is not None:
                    yield name


def source_of(call: Block, folder: str) -> str | None:
    """The folder that a module call names; None where it lies elsewhere: a registry, another repository, outside."""
    source = call.get("source")
    if source is None or not isinstance(source.expression, Literal):
        return None
    written = source.expression.value
    if not isinstance(written, str) or not written.startswith(("./", "../")):
        return None
    parts = parts_inside(f"{folder}/{written}" if folder else written)
    return None if parts is None else "/".join(parts)


def roots_of(modules: Mapping[str, Module]) -> tuple[str, ...]:
    """The folders that no other one calls, sorted; of folders that only call each other, each."""
    called = {
        source
        for module in modules.values()
        for call in module.calls.values()
        if (source := source_of(call, module.folder)) is not None and source != module.folder
    }
    free = sorted(set(modules) - called)
    reached: set[str] = set()
    waiting = list(free)
    while waiting:
        folder = waiting.pop()
        if folder in modules and folder not in reached:
            reached.add(folder)
            waiting += [
                source
                for call in modules[folder].calls.values()
                if (source := source_of(call, folder)) is not None
            ]
    return tuple(sorted({*free, *(set(modules) - reached)}))
