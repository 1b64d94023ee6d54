"""Texts made to exhaust a reader: each is refused before it costs anything."""

import resource

import pytest

from kuajing.messages import message
from kuajing.source.errors import InputErrors
from kuajing.source.guard import MOST_EXPANDED
from kuajing.source.yaml_text import parse_yaml


def aliases(levels: int, width: int) -> str:
    lines = ["a0: &a0 [x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]" for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def merges(levels: int) -> str:
    keys = ", ".join(f"k{number}: 1" for number in range(100))
    lines = [f"a0: &a0 {{{keys}}}"]
    lines += [f"a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}]}}" for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def many_merges(copies: int) -> str:
    keys = ", ".join(f"k{number}: 1" for number in range(100))
    return f"base: &base {{{keys}}}\n" + "".join(f"m{copy}: {{<<: *base}}\n" for copy in range(copies))


def nested_aliases() -> str:
    lines = ["a0: &a0 [1]"]
    lines += [f"a{level}: &a{level} [*a{level - 1}]" for level in range(1, 100)]
    return "\n".join(lines) + "\n"


BOMBS = [
    ("brackets", "[" * 200_000, "input_errors.too_deep"),
    ("braces", "{a: " * 200_000, "input_errors.too_deep"),
    ("dashes", "- " * 200_000, "input_errors.too_deep"),
    ("question_marks", "? " * 200_000, "input_errors.too_deep"),
    ("indents", "\n".join(" " * depth + "a:" for depth in range(500)), "input_errors.too_deep"),
    ("alias_bomb", aliases(9, 9), "input_errors.yaml_aliases"),
    (
        "alias_bomb_of_mappings",
        aliases(9, 9).replace("[x, x, x]", "{x: 1, y: 2}"),
        "input_errors.yaml_aliases",
    ),
    ("aliases_in_depth", nested_aliases(), "input_errors.too_deep"),
    ("merge_bomb", merges(60), "input_errors.yaml_aliases"),
    ("merges_by_the_hundred", many_merges(101), "input_errors.yaml_merges"),
    ("self_reference", "a: &a [*a]\n", "input_errors.yaml_alias_within"),
    ("self_merge", "a: &a {<<: *a}\n", "input_errors.yaml_alias_within"),
    ("many_nodes", "[" + "1," * 500_001 + "]", "input_errors.too_many_values"),
    ("long_integer", "a: " + "9" * 1_000_000, "input_errors.number_too_long"),
    ("long_hexadecimal", "a: 0x" + "f" * 1_000_000, "input_errors.number_too_long"),
]


@pytest.mark.parametrize(("text", "reason"), [bomb[1:] for bomb in BOMBS], ids=[bomb[0] for bomb in BOMBS])
def test_a_bomb_is_refused_by_name(text: str, reason: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InputErrors) as raised:
        parse_yaml("bomb.yaml", text)
    assert reason in {error.message for error in raised.value.errors}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


@pytest.mark.parametrize(
    "text",
    [
        "[" * 64 + "]" * 64,
        "\n".join(" " * depth + "a:" for depth in range(63)),
        aliases(5, 9),
        merges(8),
        many_merges(100),
        "a: &a [1]\nb: [*a, *a]\n",
        "a: " + "9" * 100,
    ],
    ids=["brackets", "indents", "aliases", "merges", "hundred_merges", "shared", "long_integer"],
)
def test_what_stays_within_the_limits_is_read(text: str) -> None:
    assert len(parse_yaml("file.yaml", text)) == 1


def test_an_alias_bomb_says_what_to_do_in_both_languages() -> None:
    with pytest.raises(InputErrors) as raised:
        parse_yaml("bomb.yaml", aliases(9, 9))
    (error,) = raised.value.errors
    assert (("limit", f"{MOST_EXPANDED:,}"),) == error.values
    assert tuple(message(error.message, language, error.values) for language in ("en", "zh")) == (
        "Aliases make this file stand for more than 1,000,000 values, which is not read. Write the values out.",
        "别名展开后超过 1,000,000 个值，不予读取。直接写出内容。",
    )
