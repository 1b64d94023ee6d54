"""An organisation's own rules, read against what its estate and the tables know."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kuajing.journey.policy_files import policy_files_in
from kuajing.law import LawBook
from kuajing.law.policies import NO_POLICIES, Known, Policies, read_policies
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Declaration
from kuajing.model.labels import PERSONAL
from kuajing.model.policies import NAMED
from kuajing.readers.declaration.jurisdictions import CODES
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.excerpts import excerpt
from kuajing.source.location import Location
from kuajing.source.nodes import Node
from kuajing.source.text import SourceText
from kuajing.source.yaml_text import parse_yaml

_ENDS = ".。"


def policies_of(
    texts: Iterable[SourceText], declaration: Declaration, book: LawBook, categories: Iterable[str]
) -> Policies:
    """The rules in some texts, linked to the law and to what an estate knows; raises InputErrors."""
    return _linked(texts, book, _known(declaration, categories))


def policies_in(folder: Path, book: LawBook) -> Policies:
    """The rules in a folder without an estate, so that a rule may name anything; raises InputErrors."""
    return _linked(policy_files_in(folder), book, Known())


def _linked(texts: Iterable[SourceText], book: LawBook, known: Known) -> Policies:
    """The rules in some texts; raises InputErrors with every fault, its place and its line."""
    sources = {text.path: text.text for text in texts}
    if not sources:
        return NO_POLICIES
    errors: list[InputError] = []
    nodes: dict[str, Node] = {}
    for path, text in sources.items():
        try:
            documents = parse_yaml(path, text)
        except InputErrors as found:
            errors += found.errors
            continue
        if len(documents) == 1:
            nodes[path] = documents[0]
        else:
            errors.append(InputError(Location(path), "law_terms.book_type", (("expected", "one document"),)))
    policies = NO_POLICIES
    try:
        policies = read_policies(nodes, book, known, frozenset(sources) - frozenset(nodes))
    except InputErrors as found:
        errors += (_with_line(error, sources) for error in found.errors)
    if errors:
        raise InputErrors(errors)
    return policies


def policy_names(analysis: Analysis) -> Mapping[str, tuple[str, str]]:
    """What each demand says, English and Chinese, by the name under which findings tell it."""
    return {
        f"{NAMED}{name}": (english.rstrip(_ENDS), chinese.rstrip(_ENDS))
        for policy in analysis.policies
        for name, (english, chinese) in policy.says
    }


def _known(declaration: Declaration, categories: Iterable[str]) -> Known:
    handlers = frozenset(handler.id for handler in declaration.handlers)
    recipients = frozenset(recipient.id for recipient in declaration.recipients) | handlers
    onward = frozenset(name for recipient in declaration.recipients for name in recipient.onward_to)
    systems = frozenset(system.id for system in declaration.systems)
    return Known(
        handlers, recipients, recipients | onward | systems, CODES, frozenset({PERSONAL, *categories})
    )


def _with_line(error: InputError, sources: Mapping[str, str]) -> InputError:
    text = sources.get(error.location.path)
    return error if text is None else replace(error, excerpt=excerpt(text, error.location))
