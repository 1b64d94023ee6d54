"""A text taken apart: the connectors, mirrors and clusters of workers in it, whatever format holds them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kuajing.model.facts import UnreadFact
from kuajing.readers.connect.configs import Config, Worker, config_of, configs_in, worker_of, workers_in
from kuajing.readers.connect.held import Held, held_in
from kuajing.readers.connect.mirrors import Mirror, mirrors_in, mirrors_in_settings
from kuajing.readers.connect.recognise import PROPERTIES, YAML, ending_of, is_json
from kuajing.readers.settings.documents import Fault, documents_of
from kuajing.readers.settings.properties import properties_of
from kuajing.readers.settings.setting import Setting
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Node, relocated

_CURL = re.compile(r"\bcurl\b")
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\\$")
_SERVER = "debezium.source."

Values = Mapping[str, str]
Place = Callable[[Location], Location]


@dataclass(frozen=True, slots=True)
class Page:
    """What one text holds; `servers` are the settings of files that name both ends of a pipeline themselves."""

    configs: tuple[Config, ...] = ()
    mirrors: tuple[Mirror, ...] = ()
    workers: tuple[Worker, ...] = ()
    servers: tuple[tuple[Setting, ...], ...] = ()
    faults: tuple[UnreadFact, ...] = ()

    def joined(self, other: "Page") -> "Page":
        """Both as one."""
        return Page(
            self.configs + other.configs,
            self.mirrors + other.mirrors,
            self.workers + other.workers,
            self.servers + other.servers,
            self.faults + other.faults,
        )


def page_of(path: str, text: str, values: Values) -> Page:
    """What a text holds."""
    ending = ending_of(path)
    if ending == ".json" or is_json(ending, text):
        return _json(path, text, values)
    if ending in YAML:
        return _yaml(path, text, values, _same)
    if ending in PROPERTIES:
        return _properties(path, text, values, _same)
    return _of_held(path, held_in(path, text), values)


def _same(location: Location) -> Location:
    return location


def _json(path: str, text: str, values: Values) -> Page:
    try:
        return Page(tuple(configs_in(_parsed(path, text))))
    except InputErrors as problem:
        if _CURL.search(text):
            # Some keep the command that registers a connector under the name of its body.
            page = _of_held(path, held_in(f"{path}.sh", text), values)
            if page.configs:
                return page
        # The sentence of a fault may quote the text, and with it a password: only its place is kept.
        return Page(faults=(UnreadFact(problem.errors[0].location, "unread.connect_json", "file"),))


def _parsed(path: str, text: str) -> Node:
    """JSON as connectors are written: of equal keys the last one counts, and a dollar may be escaped for a shell."""
    try:
        return parse_json(path, text, is_last_kept=True)
    except InputErrors:
        if "\\$" not in text:
            raise
        return parse_json(path, _ESCAPED.sub(r"\1$", text), is_last_kept=True)


def _of_held(path: str, pieces: tuple[Held, ...], values: Values) -> Page:
    page = Page()
    for piece in pieces:
        found = _of_piece(path, piece, values)
        page = page.joined(_documented(found) if piece.is_documentation else found)
    return page


def _of_piece(path: str, piece: Held, values: Values) -> Page:
    place = piece.place(path)
    if piece.form == "yaml":
        return _yaml(path, piece.text, values, place)
    if piece.form == "properties":
        return _properties(path, piece.text, values, place)
    try:
        node = _parsed(path, piece.text)
    except InputErrors as problem:
        where = place(problem.errors[0].location)
        return Page(faults=(UnreadFact(where, "unread.connect_json", "statement"),))
    return Page(tuple(configs_in(relocated(node, place))))


def _documented(page: Page) -> Page:
    """What a document shows: nothing runs it."""
    configs = tuple(replace(one, running=replace(one.running, disabled=True)) for one in page.configs)
    mirrors = tuple(replace(one, running=replace(one.running, disabled=True)) for one in page.mirrors)
    return replace(page, configs=configs, mirrors=mirrors, workers=())


def _yaml(path: str, text: str, values: Values, place: Place) -> Page:
    page = Page()
    for found in documents_of(path, text):
        if isinstance(found, Fault):
            reason = "unread.connect_template" if found.is_template else "unread.connect_yaml"
            page = page.joined(Page(faults=(UnreadFact(place(found.location), reason, "statement"),)))
        else:
            node = relocated(found.node, place) if place is not _same else found.node
            page = page.joined(
                Page(tuple(configs_in(node)), tuple(mirrors_in(node, values)), tuple(workers_in(node)))
            )
    return page


def _properties(path: str, text: str, values: Values, place: Place) -> Page:
    page = Page()
    for document in properties_of(path, text):
        settings = tuple(replace(one, location=place(one.location)) for one in document)
        if any(one.name.startswith(_SERVER) for one in settings):
            page = page.joined(Page(servers=(settings,)))
            continue
        config, worker = config_of(settings), worker_of(settings)
        page = page.joined(
            Page(
                (config,) if config is not None else (),
                tuple(mirrors_in_settings(settings, values)),
                (worker,) if worker is not None else (),
            )
        )
    return page
