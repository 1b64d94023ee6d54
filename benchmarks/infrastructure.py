"""How much of infrastructure is found: `python -m benchmarks.infrastructure FOLDER`, with one folder for each repository."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kuajing.journey.gather import gather
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Fact, MoveFact, TableFact, UnreadFact
from kuajing.readers.infrastructure import CLOUDFORMATION, TERRAFORM
from kuajing.readers.infrastructure.calling import scopes_of
from kuajing.readers.infrastructure.copies import COPIES
from kuajing.readers.infrastructure.expressions import Block, Literal
from kuajing.readers.infrastructure.hcl import parse_hcl
from kuajing.readers.infrastructure.json_syntax import parse_json_syntax
from kuajing.readers.infrastructure.modules import modules_of
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText, Unread

COUNTED = (
    "files",
    "parsed",
    "providers",
    "literal",
    "resolved",
    "stores",
    "placed",
    "copies",
    "open",
    "ends",
    "ends placed",
)
"""Files, those that could be read; blocks of providers, those that write their region out, those of these whose
resources get it; stores, those with a region; copies found, those found with an end left open; ends of copies, those
with a region or a host."""

_READERS = (TERRAFORM, CLOUDFORMATION)


def counted(texts: Iterable[SourceText]) -> Counter[str]:
    """The figures of some files of infrastructure; none where there are none."""
    told = tuple(text for text in texts if any(one.recognises(text.path, text.text) for one in _READERS))
    if not told:
        return Counter()
    facts = read_sources(told, (), {}, _READERS)
    whole = {one.location.path for one in facts if isinstance(one, UnreadFact) and one.grain == "file"}
    counts: Counter[str] = Counter({"files": len(told), "parsed": len(told) - len(whole)})
    return counts + _of_facts(facts) + _of_providers(told)


def _of_facts(facts: tuple[Fact, ...]) -> Counter[str]:
    stores = {one.dataset.endpoint for one in facts if isinstance(one, TableFact) and one.dataset.endpoint}
    moves = {
        (one.location, one.source.endpoint, one.target.endpoint) for one in facts if isinstance(one, MoveFact)
    }
    ends = [end for _, source, target in moves for end in (source, target) if end is not None]
    unsaid = [one for one in facts if isinstance(one, UnreadFact) and one.grain == "job"]
    return Counter(
        {
            "stores": len(stores),
            "placed": sum(one.region is not None for one in stores),
            "copies": len(moves),
            "open": len(unsaid),
            "ends": len(ends),
            "ends placed": sum(map(_is_placed, ends)),
        }
    )


def _is_placed(end: Endpoint) -> bool:
    return end.region is not None or bool(end.hosts)


def _of_providers(texts: Iterable[SourceText]) -> Counter[str]:
    """The blocks of providers, and whether a region that is written out is the one their resources get."""
    parsed = {text.path: block for text in texts if isinstance(block := _block(text), Block)}
    written = {
        block.location: str(region.expression.value)
        for file in parsed.values()
        for block in file.blocks
        if block.kind == "provider"
        and (region := block.get("region")) is not None
        and isinstance(region.expression, Literal)
    }
    every = sum(block.kind == "provider" for file in parsed.values() for block in file.blocks)
    got = {
        (provider.location, str(provider.region))
        for scope in scopes_of(modules_of(parsed), {}, {}, {})
        for provider in scope.providers.values()
    }
    regions = {
        block.location: region.location
        for file in parsed.values()
        for block in file.blocks
        if block.location in written and (region := block.get("region")) is not None
    }
    resolved = sum((regions[place], region) in got for place, region in written.items())
    return Counter({"providers": every, "literal": len(written), "resolved": resolved})


def _block(text: SourceText) -> Block | Unread | None:
    readers: dict[str, Callable[[SourceText], Block | Unread]] = {
        ".tf": parse_hcl,
        ".json": parse_json_syntax,
    }
    if text.path.endswith((".tf", ".tf.json")):
        return readers[text.path[text.path.rindex(".") :]](text)
    return None


def rows(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    """The figures of each repository that holds infrastructure."""
    for repository in sorted(path for path in folder.iterdir() if path.is_dir()):
        figures = counted(gather(repository).texts)
        if figures:
            yield repository.name.replace("+", "/", 1), figures


def main() -> None:
    done = [*rows(Path(sys.argv[1]))]
    total = sum((figures for _, figures in done), Counter[str]())
    lines = [f"| repository | {' | '.join(COUNTED)} |", f"|---{'|---:' * len(COUNTED)}|"]
    for name, figures in (*done, ("together", total)):
        lines.append(
            f"| {name} | {' | '.join(f'{figures[one]:,}' if figures[one] else '' for one in COUNTED)} |"
        )
    lines.append(f"\nKinds of copies in the table: {sum(map(bool, COPIES.values()))}.")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
