"""A plain document with something of the wrong kind put at each of its places in turn."""

import copy
from collections.abc import Iterator

WRONG: tuple[object, ...] = (
    None,
    7,
    "",
    [],
    [[]],
    {"namespace": 7, "name": []},
    "postgres://u:hidden-in-a-name@h:1/x?password=hidden-in-a-name",
)


def spoilt(document: object) -> Iterator[object]:
    """The document with each wrong thing at each place."""
    for number, path in enumerate(_paths(document)):
        # Each place meets two of the wrong things; over all places each is met everywhere.
        for thing in (WRONG[number % len(WRONG)], WRONG[-1]):
            yield _with(document, path, thing)


def _paths(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _paths(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _paths(value, (*path, number))


def _with(document: object, path: tuple[str | int, ...], thing: object) -> object:
    if not path:
        return thing
    changed = copy.deepcopy(document)
    node: object = changed
    for key in path[:-1]:
        node = node[key]  # type: ignore[index]
    node[path[-1]] = thing  # type: ignore[index]
    return changed
