"""What a project says of a column or table beside its name: description, tags and flags, without who to write to."""

import re
from collections.abc import Iterator

from kuajing.readers.held import entries, items, words
from kuajing.source.credentials import is_secret_name, without_credentials
from kuajing.source.nodes import Mapping, Node, Scalar

_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_CONTACT = re.compile(r"owner|mail|contact|slack|phone|maintainer|author|team|user", re.IGNORECASE)
_FLAG = re.compile(r"[\w\-. :/\u4e00-\u9fff]{1,60}")
_LONGEST = 500


def comment_of(node: Node | None) -> str:
    """The description of a column, table or exposure with its tags and flags behind it."""
    description = clean(words(_member(node, "description")))
    said = dict.fromkeys((*_tags(node), *_flags(node)))
    return " ".join((*((description,) if description else ()), *(f"[{one}]" for one in said)))


def clean(text: str) -> str:
    """A text in one line, without addresses of people and secrets, cut where it grows long."""
    return " ".join(without_credentials(_MAIL.sub("", text[: _LONGEST * 4])).split())[:_LONGEST]


def _tags(node: Node | None) -> Iterator[str]:
    for holder in (node, _member(node, "config")):
        for tag in items(_member(holder, "tags")):
            if _FLAG.fullmatch(words(tag)):
                yield clean(words(tag))


def _flags(node: Node | None) -> Iterator[str]:
    """What `meta` says in words: a flag that is set, or a key and its value."""
    for holder in (node, _member(node, "config")):
        for key, value in entries(_member(holder, "meta")):
            if is_secret_name(key) or _CONTACT.search(key) or not _FLAG.fullmatch(key):
                continue
            if isinstance(value, Scalar) and value.value is True:
                yield clean(key)
            for one in items(value):
                if _FLAG.fullmatch(words(one)):
                    yield clean(f"{key}: {words(one)}")


def _member(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None
