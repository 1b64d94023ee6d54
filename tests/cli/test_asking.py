"""`kuajing where` and `kuajing whence`: whatever word a person has for data, and every place it goes."""

from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run, Saw

DESK = HERE / "data" / "desk"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("category", ("where", "pi.basic.phone")),
        ("column", ("where", "crm.customer.mobile")),
        ("system", ("where", "crm")),
        ("handler", ("where", "shop-cn")),
        ("from_system", ("whence", "us-dw")),
        ("from_reader", ("whence", "hq-office")),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_an_answer_names_every_place_with_the_trail_to_it(
    run: Run, saw: Saw, name: str, words: tuple[str, str], language: str
) -> None:
    ran = run(*words, "--on", DAY, "--lang", language, folder=DESK)
    assert (0, "") == (ran.code, ran.err)
    assert saw(f"expected/asking.{name}.{language}.txt", ran.out) == ran.out


@pytest.mark.parametrize(
    ("word", "same_as"),
    [
        ("手机号", "pi.basic.phone"),
        ("手机", "pi.basic.phone"),
        ("mobile", "pi.basic.phone"),
        ("电话号码", "pi.basic.phone"),
        ("Phone Number", "pi.basic.phone"),
        ("customer.mobile", "crm.customer.mobile"),
        ("CRM.Customer.Mobile", "crm.customer.mobile"),
        ("crm.crm.customer.mobile", "crm.customer.mobile"),
        ("shop-us", "us-dw"),
    ],
)
def test_words_that_mean_the_same_are_answered_alike(run: Run, word: str, same_as: str) -> None:
    answer = run("where", word, "--on", DAY, folder=DESK)
    other = run("where", same_as, "--on", DAY, folder=DESK)
    assert 0 == answer.code
    assert other.out.partition("\n")[2] == answer.out.partition("\n")[2]


@pytest.mark.parametrize("word", ["US", "美国", "united states"])
def test_a_jurisdiction_is_met_by_its_code_and_names(run: Run, word: str) -> None:
    answer = run("whence", word, "--on", DAY, folder=DESK)
    assert 0 == answer.code
    assert "→ hq-office.mobile" in answer.out
    assert "→ us-dw.prod.dim_customer" in answer.out


def test_a_column_that_is_nobodys_data_is_met_by_its_bare_name(run: Run) -> None:
    answer = run("where", "status", "--on", DAY, folder=DESK)
    assert 0 == answer.code
    assert "    crm.customer  (status)\n" in answer.out


def test_what_goes_nowhere_is_told_so(run: Run) -> None:
    answer = run("where", "us-dw", "--on", DAY, folder=DESK)
    expected = "No source that was read and no declaration shows that us-dw goes anywhere else.\n"
    assert (0, expected) == (answer.code, answer.out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("where", "crm.custmer"),
            "Nothing here is called crm.custmer. The nearest: crm.customer, crm.customer.id, crm.crm.customer.\n",
        ),
        (
            ("where", "crm.custmer", "--lang", "zh"),
            "此处没有名为 crm.custmer 的对象。最接近的：crm.customer, crm.customer.id, crm.crm.customer。\n",
        ),
        (("whence", "us-dv"), "Nothing here is called us-dv. The nearest: us-dw.\n"),
        (("where", "crm.customer.mobil"), None),
        (("where", "zzzz"), "Nothing here is called zzzz.\n"),
        (("where", "evil\x1b[31m"), "Nothing here is called evil\\u{1b}[31m.\n"),
    ],
)
def test_an_unknown_name_is_met_with_the_nearest(run: Run, words: tuple[str, ...], said: str | None) -> None:
    ran = run(*words, "--on", DAY, folder=DESK)
    assert (2, "") == (ran.code, ran.out)
    if said is None:
        assert "crm.customer.mobile" in ran.err
    else:
        assert said == ran.err


def test_an_answer_can_go_to_a_file(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "answer.txt"
    shown = run("where", "crm", "--on", DAY, "--in", str(DESK))
    assert "" == run("where", "crm", "--on", DAY, "--in", str(DESK), "-o", str(output)).out
    assert shown.out == output.read_text("utf-8")
