import re
import shutil

import pytest
from tests.reports.expecting import expected
from tests.reports.hostile import PAYLOADS, named
from tests.reports.sample import ANALYSIS, NAMES

from kuajing.reports.diagram import picture
from kuajing.reports.diagram_layout import laid_out
from kuajing.reports.dot_text import dot_text, quoted

needs_dot = pytest.mark.skipif(
    shutil.which("dot") is None, reason="the dot program of Graphviz is not installed"
)


@pytest.mark.parametrize("level", ["system", "jurisdiction"])
def test_the_picture_is_written_in_full(level: str) -> None:
    actual = dot_text(picture(ANALYSIS, level, "both", None, NAMES))
    assert expected(f"picture.{level}.dot", actual) == actual


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_is_one_quoted_string(payload: str) -> None:
    text = dot_text(picture(named(payload), "system", "en", None, NAMES))
    assert quoted(payload.replace("\n", "\0")).replace("\\\\u{0}", "\\\\u{a}")[1:-1] in text
    assert all(sign.isprintable() for sign in text.replace("\n", ""))
    assert re.sub(r'"(?:[^"\\]|\\.)*"', "", text).count("<") == 0


def test_a_label_like_html_is_text() -> None:
    assert quoted('<b>"x"\\N</b>') == '"<b>\\"x\\"\\\\N</b>"'


@needs_dot
@pytest.mark.parametrize("payload", PAYLOADS)
def test_graphviz_draws_a_name_as_text(payload: str) -> None:
    svg = laid_out(dot_text(picture(named(payload), "system", "en", None, NAMES)))
    assert svg is not None
    assert re.findall(r"<(?:script|img|b|a)\b|<!|xlink:href", svg) == []


@needs_dot
def test_what_graphviz_cannot_read_gives_nothing() -> None:
    assert laid_out("digraph {") is None
