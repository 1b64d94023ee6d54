from dataclasses import replace

from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Plain, from_plain, relocated
from kuajing.source.yaml_text import parse_yaml

TEXT = "words: [a, 1, true, null]\ninner: {date: 2024-03-22, empty: []}\n"


def test_a_node_of_plain_values_has_the_same_values_and_no_place() -> None:
    (read,) = parse_yaml("a.yaml", TEXT)
    made = from_plain(read.plain())
    assert read.plain() == made.plain()
    assert ("", 0) == (made.location.path, made.location.line)


def test_keys_and_words_of_plain_values_keep_their_text() -> None:
    plain: Plain = {"date": "2024-03-22"}
    ((key, value),) = from_plain(plain).entries  # type: ignore[union-attr]
    assert ("date", "2024-03-22") == (key.text, value.plain())


def test_everything_in_a_tree_is_put_elsewhere_and_says_the_same() -> None:
    (read,) = parse_yaml("a.yaml", TEXT)
    (expected,) = parse_yaml("a.yaml", f"\n\n{TEXT}")
    assert expected == relocated(read, lambda place: Location(place.path, place.line + 2, place.column))


def test_values_are_made_anew_of_the_innermost_key_they_stand_under() -> None:
    (read,) = parse_yaml("a.yaml", TEXT)
    assert isinstance(read, Mapping)
    told = read.with_values(lambda key, scalar: replace(scalar, value=f"{key} {scalar.text}"))
    assert told.plain() == {
        "words": ["words a", "words 1", "words true", "words null"],
        "inner": {"date": "date 2024-03-22", "empty": []},
    }
    assert (read.location, read.key("inner")) == (told.location, told.key("inner"))


def test_an_outer_key_may_count_instead() -> None:
    (read,) = parse_yaml("a.yaml", TEXT)
    assert isinstance(read, Mapping)
    told = read.with_values(
        lambda key, scalar: replace(scalar, value=key), under=lambda outer, inner: outer or inner
    )
    assert told.plain() == {"words": ["words"] * 4, "inner": {"date": "inner", "empty": []}}
