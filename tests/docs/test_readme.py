"""What the README shows works as it stands there."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102  our own README
    assert "dw.shop_dw.dws_member_profile.mobile" in names["graph"]  # type: ignore[operator]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_example_of_lineage_is_what_it_prints(run: Run, name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    ((words, shown),) = re.findall(r"```console\n\$ kuajing ([^\n]*)\n(.*?)```", text, re.DOTALL)
    assert shown == run(*words.split(), folder=ROOT).out


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_every_file_that_is_pointed_to_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pointed = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert pointed
    assert [target for target in pointed if not (ROOT / target).exists()] == []
