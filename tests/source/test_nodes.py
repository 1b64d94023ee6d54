from kuajing.source.nodes import Plain, from_plain
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
