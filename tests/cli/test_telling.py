"""`kuajing transfers`, `explain`, `diagram` and `law`: what was judged, and by which articles."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run

from kuajing.checks import NAMES

TRANSFER = "shop-cn/shop-us/customer_support"


def test_transfers_are_listed_as_text_and_as_json(run: Run, shop: Path) -> None:
    text = run("transfers", "--on", DAY, folder=shop)
    data = run("transfers", "--on", DAY, "--format", "json")
    assert [(0, ""), (0, "")] == [(text.code, text.err), (data.code, data.err)]
    assert "customer_support" in text.out
    assert TRANSFER in [one["id"] for one in json.loads(data.out)["transfers"]]


def test_a_transfer_is_explained_article_by_article(run: Run, shop: Path) -> None:
    whole = run("explain", TRANSFER, "--on", DAY, folder=shop)
    assert (0, "") == (whole.code, whole.err)
    assert re.search(r"CBDF-2024-A\d", whole.out)
    assert whole == run("explain", "customer_support", "--on", DAY)


def test_an_explanation_begins_with_the_answer_and_names_the_line(run: Run, shop: Path) -> None:
    lines = run("explain", TRANSFER, "--on", DAY, folder=shop).out.splitlines()[:10]
    first = ("  answer ", "  where ")
    assert [1, 1] == [sum(line.startswith(row) for line in lines) for row in first]
    assert any(re.search(r"\.\w+:\d+:\d+, \S+\.yaml:\d+:\d+$", line) for line in lines)


def test_everything_holds_all_that_decides(run: Run, shop: Path) -> None:
    brief = run("explain", TRANSFER, "--on", DAY, folder=shop).out
    whole = run("explain", TRANSFER, "--on", DAY, "--full").out
    assert "`--full`" in brief
    assert "`--full`" not in whole
    assert len(whole) > len(brief)


def test_a_transfer_is_explained_as_json(run: Run, shop: Path) -> None:
    ran = run("explain", TRANSFER, "--on", DAY, "--format", "json", folder=shop)
    told = json.loads(ran.out)
    assert (0, "", TRANSFER) == (ran.code, ran.err, told["transfer"]["id"])
    asked = [
        step["asked"] for step in told["transfer"]["verdict"]["reasoning"] if step["asked"].startswith("ask.")
    ]
    assert asked == [one["asked"] for one in told["explanation"]["opened"] if one["asked"].startswith("ask.")]


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", NAMES)
def test_every_check_has_a_page(run: Run, tmp_path: Path, name: str, language: str) -> None:
    ran = run("explain", name, "--lang", language, folder=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert name == ran.out.split()[0]


def test_an_article_is_explained(run: Run, tmp_path: Path) -> None:
    ran = run("explain", "PIPL-2021-A38", "--on", DAY, folder=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert ran == run("law", "PIPL-2021-A38", "--on", DAY)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("explain", "shop-cn/shop-us/support"),
            (
                "shop-cn/shop-us/support is no transfer, check or article here. "
                "The nearest: shop-cn/shop-us/customer_support.\n"
            ),
        ),
        (
            ("explain", "unlocated-sistem", "--lang", "zh"),
            (
                "unlocated-sistem 不是此处的出境活动、检查或条款。"
                "最接近的：unlocated-system, unmatched-name, undeclared-crossing。\n"
            ),
        ),
        (
            ("diagram", "--transfer", "shop-cn/shop-us"),
            "shop-cn/shop-us is no transfer here. The nearest: shop-cn/shop-us/customer_support.\n",
        ),
        (
            ("law", "CBDF-2024-A88"),
            (
                "CBDF-2024-A88 is no article in force on 2026-11-30. "
                "The nearest: CBDF-2024-A8, CBDF-2024-A9, CBDF-2024-A7.\n"
            ),
        ),
        (
            ("law", "zzzz"),
            "zzzz is no article in force on 2026-11-30. `kuajing law` lists those that are.\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_unknown_id_is_met_with_the_nearest(
    run: Run, shop: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run(*words, "--on", DAY, folder=shop)
    assert (2, "", said) == (ran.code, ran.out, ran.err)


def test_a_transfer_that_cannot_be_there_is_told_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_text("CREATE TABLE t (id INT);\n", encoding="utf-8")
    ran = run("diagram", "--transfer", "x", "--on", DAY, folder=tmp_path)
    assert (2, "x is no transfer here: no transfer out of the mainland was found.\n") == (ran.code, ran.err)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("svg", "<svg"), ("dot", "digraph"), ("mermaid", "flowchart")],
    ids=["svg", "dot", "mermaid"],
)
@pytest.mark.parametrize("level", ["jurisdiction", "system"])
def test_a_picture_is_drawn_in_every_form_and_level(
    run: Run, shop: Path, form: str, begins: str, level: str
) -> None:
    ran = run("diagram", "--on", DAY, "--format", form, "--level", level, folder=shop)
    assert (0, "") == (ran.code, ran.err)
    assert begins in ran.out[:400]


def test_a_picture_without_graphviz_has_our_own_layout(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = run("diagram", "--on", DAY, folder=shop)
    monkeypatch.setenv("PATH", str(shop))
    ran = run("diagram", "--on", DAY, "--layout", "dot")
    assert (0, own.out) == (ran.code, ran.out)
    assert (
        "The program `dot` was not found or gave up, so the picture has our own layout. "
        "Install Graphviz, or leave out `--layout dot`.\n" == ran.err
    )


def test_a_picture_goes_to_a_file(run: Run, shop: Path) -> None:
    own = run("diagram", "--on", DAY, folder=shop)
    assert "" == run("diagram", "--on", DAY, "-o", "shop.svg").out
    assert own.out == (shop / "shop.svg").read_text("utf-8")


def test_a_key_of_an_instrument_and_its_one_rule_tells_both(run: Run) -> None:
    told = run("law", "PIPOA-2025", "--on", DAY, "--lang", "en").out
    assert ["issued by", "deadlines"] == [row for row in ("issued by", "deadlines") if row in told]
    assert "deadlines" not in run("law", "PICM-2025", "--on", DAY, "--lang", "en").out


def test_the_law_of_a_day_is_listed(run: Run, tmp_path: Path) -> None:
    today = run("law", "--on", DAY, folder=tmp_path)
    before = run("law", "--on", "2021-10-31")
    assert [(0, ""), (0, "")] == [(today.code, today.err), (before.code, before.err)]
    assert "PIPL-2021-A38" in today.out
    assert "PIPL-2021-A38" not in before.out
    assert 0 == run("law", "--stale", "--on", "2036-01-01").code
