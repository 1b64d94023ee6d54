"""Exposures: who is shown the data of a project, and where, without whom to write to."""

import re
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.model.facts import DatasetMention
from kuajing.readers.dbt.comments import clean, comment_of
from kuajing.readers.held import member, words
from kuajing.source.nodes import Node

NOT_A_NAME = re.compile(r"[^\w.\-]+")


def shown(node: Node, name: str) -> DatasetMention:
    """An exposure at the host of its address; the path may hold a token and is not kept."""
    name = clean(name) or "exposure"
    url = words(member(node, "url"))
    found = read_address(url) if url.lower().startswith(("http://", "https://")) else None
    if found is None or found.kind != "http":
        return DatasetMention((name,), endpoint=read_address(f"conn:{NOT_A_NAME.sub('_', name)}"))
    scheme, _, rest = found.address.partition("://")
    return DatasetMention(
        (name,), endpoint=replace(found, address=f"{scheme}://{rest.split('/', 1)[0]}", path=None)
    )


def about(node: Node) -> str:
    """What kind of exposure it is, and what is said of it."""
    kind, said = words(member(node, "type")), comment_of(node)
    return clean(f"{kind}: {said}" if said else kind)
