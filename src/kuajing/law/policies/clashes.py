"""Names that the law has already: an organisation's rule may not bear one, so that nothing of the law is ever replaced."""

import re
from typing import NoReturn

from kuajing.law.book import LawBook
from kuajing.law.shapes import refuse, text
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_text

_FOLDER = "law"


def names_of(book: LawBook) -> frozenset[str]:
    """Everything that the law calls by a name: instruments, keys, duties, violations."""
    versions = [version for provision in book.provisions.values() for version in provision.versions]
    return frozenset(
        {
            *book.provisions,
            *(provision.instrument.id for provision in book.provisions.values()),
            *(duty.id for version in versions for duty in version.duties),
            *(breach.id for version in versions for breach in version.violations),
        }
    )


def refuse_clash(node: Node) -> NoReturn:
    """Refuse a name that the law has, with the place where it stands there."""
    refuse(node, "policy_clash", name=text(node), place=_place(text(node)))


def _place(name: str) -> str:
    """Where the law's files define a name; the folder alone where that is not found."""
    defined = re.compile(rf"(?m)(?:\b(?:key|id): |^)\"?{re.escape(name)}(?=[\"\s,:}}]|$)")
    for path in packaged_files(_FOLDER, ".yaml"):
        text_of = packaged_text(path) if not path.endswith(".cases.yaml") else ""
        found = defined.search(text_of)
        if found is not None:
            column = found.end() - len(name) - text_of.rfind("\n", 0, found.end())
            return f"rules/{path}:{text_of.count(chr(10), 0, found.end()) + 1}:{column}"
    return f"rules/{_FOLDER}"
