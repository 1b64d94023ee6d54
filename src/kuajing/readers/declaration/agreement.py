"""Whether what is declared in several places agrees with itself."""

from collections.abc import Iterator

from kuajing.readers.declaration.faults import shown
from kuajing.readers.declaration.plain import EACH, entries, rows, words_at
from kuajing.source.errors import InputError
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar

_YES = ("yes", True)


def disagreements(documents: tuple[Mapping, ...]) -> Iterator[InputError]:
    """Everything that contradicts something else that is declared."""
    for document in documents:
        yield from _two_owners(document)
        yield from _without_notification(document)
    yield from _said_again(_endpoints(documents), "endpoint_twice")
    yield from _said_again(_counts(documents), "counted_twice")
    yield from _said_again(_settings(documents), "setting_twice")


def _two_owners(document: Mapping) -> Iterator[InputError]:
    for key, system in entries(document, "systems"):
        if isinstance(system, Mapping) and system.get("handler") and (recipient := system.key("recipient")):
            yield _problem(recipient.location, "two_owners", system=shown(key.text))


def _without_notification(document: Mapping) -> Iterator[InputError]:
    """`ciio` means notified: without a notification it is another word, `no` or `unknown`."""
    for key, handler in entries(document, "handlers"):
        if not isinstance(handler, Mapping):
            continue
        answer, day = handler.get("ciio"), handler.get("ciio_notified_on")
        if not isinstance(answer, Scalar) or answer.value not in _YES:
            continue
        if day is None:
            yield _problem(answer.location, "ciio_without_day", handler=shown(key.text))
        elif isinstance(day, Scalar) and day.value is None and day.text:
            yield _problem(day.location, "ciio_never_notified", handler=shown(key.text))


def _endpoints(documents: tuple[Mapping, ...]) -> Iterator[tuple[str, Location]]:
    for document in documents:
        for word in words_at(document, ("systems", EACH, "endpoints", EACH)):
            yield word.text, word.location


def _counts(documents: tuple[Mapping, ...]) -> Iterator[tuple[str, Location]]:
    for document in documents:
        for row in rows(document, "counts"):
            flow, day = (_text(row, "flow"), _text(row, "as_of"))
            if flow and day:
                yield f"{flow} {day}", row.location


def _settings(documents: tuple[Mapping, ...]) -> Iterator[tuple[str, Location]]:
    for document in documents:
        for key, value in entries(document, "settings"):
            if key.text == "sensitivity":
                yield key.text, key.location
            elif key.text in {"floors", "checks"} and isinstance(value, Mapping):
                yield from ((f"{key.text}.{inner.text}", inner.location) for inner, _ in value.entries)


def _text(node: Node, name: str) -> str:
    value = node.get(name) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def _said_again(said: Iterator[tuple[str, Location]], name: str) -> Iterator[InputError]:
    first: dict[str, Location] = {}
    for word, location in sorted(said, key=lambda pair: pair[1]):
        earlier = first.setdefault(word, location)
        if earlier is not location:
            yield _problem(location, name, what=shown(word), place=str(earlier))


def _problem(location: Location, name: str, **values: str) -> InputError:
    return InputError(location, f"declaration.{name}", tuple(values.items()))
