import re
from random import Random

import pytest

from kuajing.readers.connect.patterns import pattern_of, replaced, wildcards


@pytest.mark.parametrize(
    ("pattern", "replacement", "text", "made"),
    [
        (r"([^.]+)\.([^.]+)\.([^.]+)", "$1_$2_$3", "crm.public.member", "crm_public_member"),
        (r"([^.]+)\.([^.]+)\.([^.]+)", "$3", "crm.member", "crm.member"),
        (r"(?<area>\w+)-.*", "${area}", "shop-orders", "shop"),
        (r"(a|ab)(c|bcd)(d*)", "$1-$2-$3", "abcd", "a-bcd-"),
        (r"(?=x)y", "z", "y", None),
    ],
)
def test_a_pattern_makes_a_name_of_another_where_it_means_all_of_it(
    pattern: str, replacement: str, text: str, made: str | None
) -> None:
    assert replaced(pattern, replacement, text) == made


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("shop.member", ("shop.member",)),
        (r"SHOP\.MEMBER", ("SHOP.MEMBER",)),
        (r"shop\.(member|card_\d+)", ("shop.member", "shop.card_*")),
        (".*", ("*",)),
        ("(", ("*",)),
    ],
)
def test_a_pattern_is_told_as_wildcards_that_mean_at_least_as_much(
    pattern: str, names: tuple[str, ...]
) -> None:
    assert wildcards(pattern) == names


def test_a_pattern_means_what_the_usual_engine_says() -> None:
    chance = Random(1)  # noqa: S311  made-up patterns, no secret
    signs = ["a", "b", ".", "(", ")", "|", "*", "+", "?", r"\.", "[ab]", "[^a]"]
    for _ in range(3_000):
        text = "".join(chance.choice(signs) for _ in range(chance.randint(1, 8)))
        found = pattern_of(text)
        if found is None:
            continue
        usual = re.compile(text)
        for _ in range(4):
            name = "".join(chance.choice("ab.") for _ in range(chance.randint(0, 6)))
            assert (found.groups_of(name) is None) == (usual.fullmatch(name) is None), (text, name)


def test_a_pattern_that_ruins_others_ends_at_once() -> None:
    assert replaced("(a+)+(a+)+", "x", "a" * 300 + "b") == "a" * 300 + "b"
