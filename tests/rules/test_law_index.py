"""`rules/law/README.md` leads to the law's data and its pages. KUAJING_RENEW=1 writes it anew from the data."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.journeys.estates import expected
from tests.rules.test_law_pages import folders, instruments

INDEX = Path(__file__).parents[2] / "rules" / "law" / "README.md"
HEAD = """# The law as data: index

One folder is one instrument, one file one article with its dated versions; `*.cases.yaml` beside an article are its examples.
What each article says, how sure that is and what is checked of it stands on the pages of [docs/law](../../docs/law/README.md).

Written from the data by `KUAJING_RENEW=1 python -m pytest tests/rules/test_law_index.py`; a test compares it.

| file | holds |
|---|---|
| [procedure.yaml](procedure.yaml) | the questions that lead to a route, and which article says which of them stands before which |
| [conditions.yaml](conditions.yaml) | conditions that several articles share |
| [clocks.yaml](clocks.yaml) | every deadline, once |
| [deadlines.yaml](deadlines.yaml) | the days that are told ahead, and while what holds |
| [facts.yaml](facts.yaml) | every fact and what silence on it means |
| [citations.yaml](citations.yaml) | articles that stand beside an outcome because of a fact |
| [contested.yaml](contested.yaml) | points on which the law is unsettled |
| [contested_readings.yaml](contested_readings.yaml) | the readings of those points |
| [changes.yaml](changes.yaml) | what an explanation tries otherwise |
| [purposes.yaml](purposes.yaml) | purposes, and the exemptions that they carry or bar |
| [tally.yaml](tally.yaml) | whose people stay outside the count |
| [boundary_words.yaml](boundary_words.yaml) | the words by which the law draws a line, and what asks each |
| [calendar.yaml](calendar.yaml) | working days in the mainland |
| [usual.cases.yaml](usual.cases.yaml) | the facts that every example starts from |

| folder | instrument | page |
|---|---|---|"""


def index() -> str:
    return "\n".join([HEAD, *rows()]) + "\n"


def rows() -> Iterator[str]:
    for name, provisions in instruments().items():
        one, folder = provisions[0].instrument, folders()[name]
        yield (
            f"| [{folder}]({folder}) | {one.title[1]}<br>{one.title[0]} | [{name}](../../docs/law/{folder}.md) |"
        )


def test_the_index_is_written_from_the_data() -> None:
    assert expected(INDEX, index()) == index()


def test_every_link_of_the_index_leads_somewhere() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", index())
    assert [] == [target for target in linked if not (INDEX.parent / target).exists()]
    tables = {path.name for path in INDEX.parent.glob("*.yaml")}
    assert tables == {target for target in linked if target.endswith(".yaml")}
