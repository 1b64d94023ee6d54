import re
from dataclasses import replace

import pytest
from tests.reports.expecting import expected
from tests.reports.hostile import PAYLOADS, named
from tests.reports.sample import ANALYSIS, NAMES, SYSTEMS

from kuajing.model.analysis import SystemMove
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth
from kuajing.reports.diagram import picture
from kuajing.reports.mermaid import mermaid_text


@pytest.mark.parametrize("level", ["system", "jurisdiction"])
def test_the_picture_is_written_in_full(level: str) -> None:
    actual = mermaid_text(picture(ANALYSIS, level, "both", None, NAMES))
    assert expected(f"picture.{level}.mermaid", actual) == actual


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_is_one_quoted_label(payload: str) -> None:
    plain = mermaid_text(picture(ANALYSIS, "system", "en", None, NAMES))
    text = mermaid_text(picture(named(payload), "system", "en", None, NAMES))
    without_labels = [re.sub(r'"[^"]*"', '""', one) for one in (plain, text)]
    assert without_labels[0] == without_labels[1]
    labels = "".join(re.findall(r'"([^"]*)"', text)).replace("<br/>", "")
    assert re.findall(r"[<>&`%\\{}\[\]]", labels) == []


def test_above_a_hundred_arrows_the_gravest_are_drawn_and_the_rest_counted() -> None:
    codes = [first + second for first in "ABCDEF" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:120]
    systems = (SYSTEMS[0], *(replace(SYSTEMS[1], id=f"s{code}", label=code, handler=None) for code in codes))
    places = (
        ("crm", Placement("CN", Truth.YES, "declared", "")),
        *((f"s{code}", Placement(code, Truth.NO, "declared", "")) for code in codes),
    )
    moves = tuple(
        SystemMove("crm", f"s{code}", "sent", 1, (), Truth.YES, "unmet" if code == codes[-1] else "none")
        for code in codes
    )
    wide = replace(
        ANALYSIS,
        estate=replace(ANALYSIS.estate, systems=systems),
        labelling=replace(ANALYSIS.labelling, placements=places),
        system_moves=moves,
    )
    text = mermaid_text(picture(wide, "system", "en", None, NAMES))
    assert (text.count(" -->|"), text.count(" ==>|")) == (99, 1)
    assert "Arrows not drawn: 20 more." in text
