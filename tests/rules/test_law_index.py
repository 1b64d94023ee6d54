"""`rules/law/README.md` is the index of the law's data. KUAJING_RENEW=1 writes it anew from the data."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.journeys.estates import expected

from kuajing.law import LawBook, load_book
from kuajing.law.provisions import Instrument, Provision
from kuajing.source.packaged import packaged_files, packaged_yaml

INDEX = Path(__file__).parents[2] / "rules" / "law" / "README.md"
HEAD = """# The law as data: index

What stands here is data that the engine reads: {instruments} instruments, {keys} citation keys. Each key is one rule in our own words,
with the days between which it stands, how sure its source is, and the day it was last checked. It is not legal advice.

Written from the data by `KUAJING_RENEW=1 python -m pytest tests/rules/test_law_index.py`; a test compares it.

| confidence | means |
|---|---|
| OFF | checked against official text |
| COM | known from commentary or news only |
| INF | our inference from official text; contestable |
| MEM | from memory; not yet checked |

Beside the instruments stand `procedure.yaml` (the questions that lead to a route, in order), `conditions.yaml` (conditions that
articles share), `facts.yaml` (every fact and what silence on it means), `contested.yaml` (points on which the law is unsettled),
`citations.yaml` (articles that stand beside an outcome), `purposes.yaml`, `tally.yaml` and `calendar.yaml` (working days)."""


def files() -> dict[str, str]:
    """The file of each key, from `rules/law/`."""
    found: dict[str, str] = {}
    for path in packaged_files("law", ".yaml"):
        if path.count("/") > 1 and not path.endswith((".cases.yaml", "/instrument.yaml")):
            document: Any = packaged_yaml(path).plain()
            found |= {provision["key"]: path.removeprefix("law/") for provision in document["provisions"]}
    return found


def index(book: LawBook) -> str:
    instruments: dict[str, list[Provision]] = {}
    for key in sorted(book.provisions, key=natural):
        instruments.setdefault(book.provisions[key].instrument.id, []).append(book.provisions[key])
    where = files()
    parts = [HEAD.format(instruments=len(instruments), keys=len(book.provisions))]
    parts.append("\n".join(overview(instruments)))
    parts += ["\n".join(chapter(provisions, where)) for _, provisions in sorted(instruments.items())]
    return "\n".join(f"{part}\n" for part in parts)


def overview(instruments: dict[str, list[Provision]]) -> Iterator[str]:
    yield "## Instruments\n"
    yield "| instrument | title | kind | in force from | until | keys | confidence |"
    yield "|---|---|---|---|---|---|---|"
    for name, provisions in sorted(instruments.items()):
        one = provisions[0].instrument
        sure = sorted({version.confidence for each in provisions for version in each.versions})
        yield (
            f"| [{name}](#{name.lower()}) | {one.title[1]}<br>{one.title[0]} | {one.kind} | {one.since} | "
            f"{one.repealed or ''} | {len(provisions)} | {', '.join(sure)} |"
        )


def chapter(provisions: list[Provision], where: dict[str, str]) -> Iterator[str]:
    one = provisions[0].instrument
    yield f"## {one.id}\n"
    yield f"{one.title[1]} / {one.title[0]}. {issued(one)}. {link(one)}\n"
    yield "| key | place | stands from | until | kind | confidence | checked |"
    yield "|---|---|---|---|---|---|---|"
    for provision in provisions:
        for version in provision.versions:
            place = provision.place[1] or "全文"
            yield (
                f"| [{provision.key}]({where[provision.key]}) | {place} | {version.since} | {version.until or ''} | "
                f"{version.kind} | {version.confidence} | {version.checked} |"
            )


def link(one: Instrument) -> str:
    return f"<{one.link}>" if one.link else "No address of its text is recorded."


def issued(one: Instrument) -> str:
    adopted = f", adopted {one.adopted}" if one.adopted else ""
    repealed = f", until {one.repealed}" if one.repealed else ""
    number = f", {one.number}" if one.number else ""
    begins = "draft published" if one.is_draft else "in force from"
    return f"{one.issuer[1]} {one.issuer[0]}{number}{adopted}, {begins} {one.since}{repealed}"


def natural(key: str) -> tuple[tuple[int, str], ...]:
    """Article 5 before article 10."""
    return tuple(
        (int(digits), "") if digits else (-1, letters) for digits, letters in re.findall(r"(\d+)|(\D+)", key)
    )


def test_the_index_is_written_from_the_data() -> None:
    written = index(load_book())
    assert expected(INDEX, written) == written


def test_every_link_of_the_index_leads_to_a_file() -> None:
    assert [] == [path for path in files().values() if not (INDEX.parent / path).is_file()]
    assert set(files()) == set(load_book().provisions)
