"""The files that rules name to give values to placeholders, read from the root of the estate alone."""

from collections.abc import Iterable

from kuajing.model.declaration import SourceRule
from kuajing.model.facts import UnreadFact
from kuajing.source.text import SourceText
from kuajing.source.workspace import Workspace


def values_files(
    workspace: Workspace, rules: Iterable[SourceRule]
) -> tuple[tuple[SourceText, ...], tuple[UnreadFact, ...]]:
    """The texts of all files named under `values`, and for each that cannot be read why, where its rule stands."""
    texts: dict[str, SourceText] = {}
    unread: list[UnreadFact] = []
    for rule in rules:
        for path in dict.fromkeys(rule.values):
            found = workspace.read(path)
            if isinstance(found, SourceText):
                texts[found.path] = found
            else:
                values = (("file", path), ("why", found.reason), *found.values)
                unread.append(UnreadFact(rule.location, "unread.values_file", "part", values))
    return tuple(texts[path] for path in sorted(texts)), tuple(unread)
