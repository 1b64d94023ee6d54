import re
import xml.etree.ElementTree as ET

import pytest
from tests.reports.expecting import expected
from tests.reports.hostile import PAYLOADS, named
from tests.reports.sample import ANALYSIS, NAMES

from kuajing.reports.diagram import picture
from kuajing.reports.svg import svg_text

TAGS = {"svg", "title", "desc", "defs", "marker", "path", "pattern", "rect", "text", "g", "circle", "ellipse"}


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("level", ["system", "jurisdiction"])
def test_the_picture_is_drawn_in_full(level: str, language: str) -> None:
    actual = svg_text(picture(ANALYSIS, level, language, None, NAMES))
    assert expected(f"picture.{level}.{language}.svg", actual) == actual


def test_one_transfer_is_brought_out() -> None:
    actual = svg_text(picture(ANALYSIS, "system", "en", "crm-to-us", NAMES))
    assert expected("picture.transfer.svg", actual) == actual


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_stays_text(payload: str) -> None:
    text = svg_text(picture(named(payload), "system", "both", None, NAMES))
    root = ET.fromstring(text)  # noqa: S314  written by ourselves
    tags = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert tags <= TAGS
    assert not [name for name in attributes if name.startswith("on") or name.endswith("href")]
    assert all(sign.isprintable() for sign in text.replace("\n", ""))


def test_the_whole_name_stands_in_the_title_of_its_box() -> None:
    root = ET.fromstring(svg_text(picture(named("<b>bold</b>"), "system", "en", None, NAMES)))  # noqa: S314
    titles = [element.text for element in root.iter("{http://www.w3.org/2000/svg}title")]
    assert (
        "<b>bold</b> · database · <b>bold</b> · Example Shop (Shanghai) Co., Ltd. · Mainland China" in titles
    )


def test_nothing_refers_outside() -> None:
    text = svg_text(picture(ANALYSIS, "system", "en", None, NAMES))
    assert re.findall(r"(?:https?:|//|@import|url\((?!#))[^\"')]*", text) == [
        "http:",
        "//www.w3.org/2000/svg",
    ] or (re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"])
