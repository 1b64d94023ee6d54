"""No secret and no person's own data that stands in a file comes out again, in whatever form or failure."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run

ESTATE = HERE / "data" / "planted_secrets"
_PLANTED = re.compile(r"(?i)canary\d\d|(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])|110101199003070011")

QUESTIONS = [
    ("check", "--lang", "en"),
    ("check", "--lang", "zh"),
    ("check", "--format", "json"),
    ("check", "--format", "sarif"),
    ("transfers", "--lang", "both"),
    ("transfers", "--format", "json"),
    ("explain", "us-dw", "--lang", "both"),
    ("diagram", "--format", "svg"),
    ("diagram", "--format", "dot"),
    ("diagram", "--format", "mermaid"),
    ("where", "crm"),
    ("where", "13800138000"),
    ("whence", "US"),
]


def test_the_estate_is_full_of_them() -> None:
    texts = [path.read_text("utf-8") for path in sorted(ESTATE.rglob("*")) if path.is_file()]
    assert 40 < sum(len(_PLANTED.findall(text)) for text in texts)


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_no_answer_holds_one(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words, "--on", DAY, folder=ESTATE)
    assert [] == _PLANTED.findall(ran.out + ran.err.replace("13800138000", ""))
    assert 4 != ran.code


def test_no_proposal_holds_one(run: Run, tmp_path: Path) -> None:
    assert 0 == run("init", "--from", str(ESTATE), folder=tmp_path).code
    assert [] == _PLANTED.findall((tmp_path / "flows" / "estate.yaml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", ["secret", "secret_on_a_broken_line"])
def test_no_refusal_holds_one(run: Run, case: str, language: str) -> None:
    ran = run("check", "--lang", language, folder=HERE / "data" / case / "estate")
    assert 2 == ran.code
    assert [] == _PLANTED.findall(ran.err)
    assert "Canary" not in ran.err


def test_no_saved_traceback_holds_one(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    texts = "\n".join((ESTATE / name).read_text("utf-8") for name in ("deploy/prod.env", "jobs/known.json"))

    def fails(*_: object) -> None:
        raise RuntimeError(texts)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("kuajing.journey.analyse.analyse", fails)
    ran = run("check", folder=ESTATE)
    assert 4 == ran.code
    (saved,) = tmp_path.iterdir()
    details = saved.read_text("utf-8")
    assert "RuntimeError" in details
    assert [] == re.findall(r"(?i)canary\d\d", details + ran.err)
