"""What docs/policies.md shows is what the tested estate holds, and what it lists is all there is."""

import re
from pathlib import Path

from kuajing.law.joining import QUESTIONS as OF_THE_LAW
from kuajing.law.policies.asking import DECLARES, QUESTIONS
from kuajing.source.packaged import packaged_yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "policies.md").read_text(encoding="utf-8")
ESTATE = ROOT / "tests" / "journeys" / "policies" / "estate"


def test_every_rule_on_the_page_stands_in_the_estate() -> None:
    shown = dict(re.findall(r"```yaml\n# (policies/\S+)\n(.*?)```", PAGE, re.DOTALL))
    held = {path: (ESTATE / path).read_text(encoding="utf-8") for path in shown}
    assert held == shown
    assert held


def test_the_page_names_every_question_about_the_transfer() -> None:
    own = set(QUESTIONS) - set(OF_THE_LAW)
    assert sorted(own) == sorted(name for name in own if f"| `{name}: " in PAGE)


def test_the_page_names_everything_that_can_be_on_record() -> None:
    listed = PAGE.split("`declares` knows: ")[1].split(".\n\n")[0]
    table = packaged_yaml("policies/facts.yaml").plain()
    assert isinstance(table, dict)
    assert sorted(re.findall(r"`([^`]+)`", listed)) == sorted(
        path.removeprefix(DECLARES) for path in table if path.startswith(DECLARES)
    )
