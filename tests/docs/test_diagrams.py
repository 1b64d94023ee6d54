"""The samples in `diagrams/` are what the program draws of the example estates. KUAJING_RENEW=1 draws them anew."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest
from tests.journeys.estates import DAY, FLOWS, NAMES, expected, run

from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.reports import PICTURES, picture

DIAGRAMS = Path(__file__).parents[2] / "diagrams"
LEVELS = ("system", "jurisdiction")
FORMS = (("dot", "en", "dot"), ("mermaid", "en", "mmd"), ("svg", "en", "svg"), ("svg", "zh", "zh.svg"))

Draw = Callable[[str, str, str, str], str]


@pytest.fixture(scope="module")
def draw() -> Draw:
    """Draws an estate (name, level, form, language); each estate is analysed once."""
    tables = load_tables()

    on = date.fromisoformat(DAY)
    analyses = {name: analyse(gather(FLOWS / name), tables, on).analysis for name in NAMES}

    def drawn(name: str, level: str, form: str, language: str) -> str:
        return PICTURES[form](picture(analyses[name], level, language, None, tables.names))

    return drawn


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("form", "language", "ending"), FORMS)
def test_a_sample_is_what_the_program_draws(
    name: str, level: str, form: str, language: str, ending: str, draw: Draw
) -> None:
    drawn = draw(name, level, form, language)
    assert expected(DIAGRAMS / f"{name}-{level}.{ending}", drawn) == drawn


def test_the_command_in_the_readme_draws_the_sample() -> None:
    options = ("--on", DAY, "--level", "system", "--format", "svg", "--lang", "en")
    drawn = run("diagram", str(FLOWS / "shop"), *options).output
    assert (DIAGRAMS / "shop-system.svg").read_text(encoding="utf-8") == drawn


def test_no_sample_is_left_over() -> None:
    drawn = [f"{name}-{level}.{ending}" for name in NAMES for level in LEVELS for _, _, ending in FORMS]
    assert sorted([*drawn, "README.md"]) == sorted(path.name for path in DIAGRAMS.iterdir())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_drawn_sample_is_well_formed_and_runs_and_loads_nothing(name: str, level: str) -> None:
    drawing = parse(DIAGRAMS / f"{name}-{level}.svg")  # noqa: S314  our own file
    names = {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert set() == names & {"script", "image", "foreignObject"}
