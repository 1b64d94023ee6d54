"""What reading costs beside bare parsers, and again beside the first time: `python -m benchmarks.readers FOLDER ...`.

Draws up to 1,000 files that some reader recognises from folders of public repositories, by a fixed seed and as evenly over
the formats as they go; reads them as the journey does, without any kept answer (cold), with those of an earlier run (warm),
and with nothing but the parser of each format (bare): json, the C loader of PyYAML, pyhocon where it is installed and else
the slicer of kuajing itself, python-hcl2, sqlglot, ast, ElementTree, markdown-it, and a splitter of lines for properties.
A manifest of dbt counts as JSON and the compiled SQL in it, each query parsed once.
CPU time in one process, the best of several rounds.
"""

import ast
import gc
import json
import logging
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import hcl2
import sqlglot
import yaml
from markdown_it import MarkdownIt

from kuajing.journey.gather import gather
from kuajing.readers import READERS, embedded_sql
from kuajing.readers.dbt.adapters import adapter_named
from kuajing.readers.dialect_of_text import dialect_of
from kuajing.readers.recognising import reader_of
from kuajing.readers.remembering import RememberedFacts
from kuajing.readers.seatunnel.written import read_hocon
from kuajing.readers.two_passes import read_sources
from kuajing.source.kept import kept_answers
from kuajing.source.text import SourceText

FILES, SEED, ROUNDS = 1_000, 20_261_125, 3
HOCON = "pyhocon" if find_spec("pyhocon") else "the slicer of kuajing"
PLAIN_LOADER = yaml.CSafeLoader


class AnyTag(PLAIN_LOADER):
    """The C loader, which takes whatever tag there is."""


AnyTag.add_multi_constructor("", lambda loader, _, node: loader.construct_object(_untagged(node)))


def _untagged(node: yaml.Node) -> yaml.Node:
    kind = {"scalar": "str", "sequence": "seq", "mapping": "map"}[node.id]
    node.tag = f"tag:yaml.org,2002:{kind}"
    return node


def in_yaml(text: str) -> object:
    return list(yaml.load_all(text, Loader=AnyTag))


def in_hocon(text: str) -> object:
    if HOCON == "pyhocon":
        from pyhocon import ConfigFactory  # noqa: PLC0415  where it is installed

        return ConfigFactory.parse_string(text, resolve=False)
    return read_hocon("", text)


def in_properties(text: str) -> object:
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line and line[:1] not in "#!")


def in_sql(text: str) -> object:
    return sqlglot.parse(text, dialect=dialect_of(text))


def in_dbt(text: str) -> object:
    """A file of a dbt project; of a manifest the compiled queries too, as its adapter writes them."""
    if not text.lstrip().startswith("{"):
        return in_yaml(text)
    found = json.loads(text)
    dialect = adapter_named(str(found.get("metadata", {}).get("adapter_type"))).dialect
    for node in found["nodes"].values():
        query = node.get("compiled_code") or node.get("compiled_sql")
        if query and node.get("resource_type") in {"model", "snapshot"}:
            sqlglot.parse(query, dialect=dialect)
    return found


PARSERS: dict[str, Callable[[str], object]] = {
    ".json": json.loads,
    ".tfstate": json.loads,
    ".ipynb": json.loads,
    ".zpln": json.loads,
    ".yml": in_yaml,
    ".yaml": in_yaml,
    ".template": in_yaml,
    ".properties": in_properties,
    ".tf": hcl2.loads,
    ".py": ast.parse,
    ".xml": ET.fromstring,
    ".md": MarkdownIt().parse,
    ".markdown": MarkdownIt().parse,
}
OF_READERS: dict[str, Callable[[str], object]] = {"seatunnel": in_hocon, "sql": in_sql, "datax": json.loads}


def parser_of(text: SourceText, reader: str) -> Callable[[str], object]:
    """The bare parser of a file."""
    if reader == "dbt":
        return in_dbt
    found = PARSERS.get(PurePosixPath(text.path.lower()).suffix)
    return found or OF_READERS.get(reader, str.split)


def drawn(folders: list[Path]) -> dict[str, list[SourceText]]:
    """Texts by the reader that recognises them; of the formats with most of them, only as many as fill up."""
    found: dict[str, list[SourceText]] = defaultdict(list)
    for folder in folders:
        for text in gather_texts(folder):
            reader = reader_of(text.path, text.text)
            if reader is not None:
                found[reader.name].append(text)
    chance = random.Random(SEED)  # noqa: S311  a fixed draw
    chosen: dict[str, list[SourceText]] = {}
    left, open_formats = FILES, sorted(found, key=lambda name: (len(found[name]), name))
    while open_formats:
        name = open_formats.pop(0)
        most = left // (len(open_formats) + 1)
        chosen[name] = chance.sample(found[name], min(most, len(found[name])))
        left -= len(chosen[name])
    return {reader.name: chosen[reader.name] for reader in READERS if reader.name in chosen}


def gather_texts(folder: Path) -> Iterator[SourceText]:
    for text in gather(folder).texts:
        path = f"{folder.name}/{text.path}"
        yield SourceText(path, text.text, text.encoding, text.doubtful, text.digest)


def bare(texts: dict[str, list[SourceText]]) -> None:
    for name, several in texts.items():
        for text in several:
            try:
                parser_of(text, name)(text.text)
            except Exception:  # noqa: BLE001, S112  whatever a parser says of a text is no matter here
                continue


def best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        embedded_sql._found.cache_clear()  # noqa: SLF001  what one run leaves the next
        gc.collect()
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return min(times)


def measured(texts: dict[str, list[SourceText]]) -> tuple[float, float, float]:
    """Seconds for bare parsers, for a cold and for a warm run."""
    every = [text for several in texts.values() for text in several]

    def warm(folder: Path) -> object:
        store = kept_answers(folder)
        assert store is not None
        facts = read_sources(every, (), {}, remembered=RememberedFacts(store, "benchmark"))
        store.close()
        return facts

    with tempfile.TemporaryDirectory() as folder:
        first = warm(Path(folder))
        assert read_sources(every, (), {}) == first == warm(Path(folder))
        return (
            best(lambda: bare(texts)),
            best(lambda: read_sources(every, (), {})),
            best(lambda: warm(Path(folder))),
        )


def main() -> None:
    folders = [Path(one) for one in sys.argv[1:]]
    texts = drawn(folders)
    gc.set_threshold(50_000, 20, 50)  # as the command line does
    gc.freeze()
    logging.getLogger("sqlglot").setLevel(
        logging.ERROR
    )  # to tell what it cannot parse would cost more than to parse it
    print(f"HOCON: {HOCON}; milliseconds of CPU\n")
    print("| format | files | bare | cold | warm | cold / bare | warm / cold |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, several in texts.items():
        row(name, len(several), *measured({name: several}))
    row("all", sum(map(len, texts.values())), *measured(texts))


def row(name: str, files: int, bare_time: float, cold: float, warm: float) -> None:
    times = " | ".join(f"{1_000 * one:.0f}" for one in (bare_time, cold, warm))
    print(f"| {name} | {files} | {times} | {cold / bare_time:.2f} | {warm / cold:.3f} |", flush=True)


if __name__ == "__main__":
    main()
