import re
from pathlib import Path

import pytest
from tests.reports.sample import NAMES

from kuajing import reports
from kuajing.messages import is_key
from kuajing.model.facts import Basis, Transform
from kuajing.model.findings import Level, Nature
from kuajing.model.labels import Form, Origin
from kuajing.model.standing import STANDINGS
from kuajing.model.truth import Truth
from kuajing.reports.diagram_speech import KINDS
from kuajing.reports.words import words_for

SOURCES = sorted(Path(reports.__path__[0]).glob("*.py"))
LITERAL = re.compile(r'"(report\.[a-z_.]+)"')
FAMILIES = (
    *(f"report.nature.{nature.value}" for nature in Nature),
    *(f"report.level.{level.value}" for level in Level),
    *(f"report.standing.{standing}" for standing in STANDINGS),
    *(f"report.data.{form.value}.{origin.value}" for form in Form for origin in Origin),
    *(
        f"report.{kind}.{transform.value}"
        for kind in ("transform", "transform_by")
        for transform in Transform
    ),
    *(
        f"report.{kind}.{truth.value}"
        for kind in ("truth", "duty", "covered", "column.covered")
        for truth in Truth
    ),
    *(f"report.rests_on.{basis.value}" for basis in Basis if basis is not Basis.OBSERVED),
    *(f"report.confidence.{word}" for word in ("OFF", "COM", "MEM", "INF")),
    *(f"report.grain.{grain}" for grain in ("file", "statement", "part")),
    *(f"report.row.{row}" for row in ("data", "trail", "law", "also", "rests_on", "do")),
    *(f"report.move.{kind}" for kind in KINDS),
    *(f"report.trail.leaves.{truth.value}" for truth in (Truth.YES, Truth.UNKNOWN)),
)


def test_every_sentence_that_a_report_names_is_in_the_table() -> None:
    named = {key for source in SOURCES for key in LITERAL.findall(source.read_text(encoding="utf-8"))}
    areas = {
        "report.place",
        "report.mechanism",
        "report.grain",
        "report.system",
        "report.transform",
        "report.transform_by",
    }
    assert sorted(key for key in (*named, *FAMILIES) if key not in areas and not is_key(key)) == []


@pytest.mark.parametrize(
    ("language", "name"), [("en", "phone number"), ("zh", "电话号码"), ("both", "phone number 电话号码")]
)
def test_a_category_is_called_by_its_name(language: str, name: str) -> None:
    assert words_for(language, NAMES).category("pi.basic.phone") == name


def test_a_category_that_nobody_named_is_shown_as_it_stands() -> None:
    assert words_for("zh", NAMES).category("pi.basic.hobby") == "pi.basic.hobby"


def test_a_word_of_an_open_vocabulary_is_shown_as_it_stands() -> None:
    assert words_for("en", NAMES).word("purpose", "loyalty\u202escoring") == "loyalty\\u{202e}scoring"


def test_categories_in_a_sentence_are_called_by_their_names() -> None:
    values = (("grown_categories", "pi.basic.name, pi.basic.phone"),)
    assert words_for("zh", NAMES).sentences("approval.category_outside", values) == (
        "超出范围的类别：姓名、电话号码",
    )


def test_a_missing_sentence_still_tells_its_values() -> None:
    assert words_for("en", NAMES).sentences("finding.of_tomorrow", (("file", "a.sql"),)) == (
        "finding.of_tomorrow file=a.sql",
    )
