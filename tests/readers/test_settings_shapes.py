"""Settings of any shape: never an exception, never silence, never a secret."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.messages import message
from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.compose import COMPOSE
from kuajing.readers.kubernetes import KUBERNETES
from kuajing.readers.seams import Reader
from kuajing.readers.spring import SPRING
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

FOLDER = Path(__file__).parent
READERS = (SPRING, COMPOSE, KUBERNETES)
FILES = (
    "spring/shop/src/main/resources/application.yml",
    "spring/shop/src/main/resources/application-prod.yml",
    "spring/pay/src/test/resources/application.properties",
    "compose/shop/docker-compose.prod.yml",
    "compose/shop/compose.yaml",
    "kubernetes/orders.yaml",
)
TEXTS = {name: (FOLDER / name).read_text("utf-8") for name in FILES}
ODD = (
    "{}",
    "[]",
    "~",
    "-1",
    "[[1]]",
    "{a: [b, {c: d}]}",
    "'\\0'",
    '"\\u0000"',
    "*x",
    "&x",
    "!!binary eA==",
    "1e999",
    "${",
    "${${${A:",
    "}}",
)
SECRETS = (
    "password",
    "passwd",
    "accessKeySecret",
    "secret-key",
    "token",
    "private_key",
    "apiKey",
    "sasl.jaas.config",
)


def facts_of(name: str, text: str, readers: tuple[Reader, ...] = READERS) -> tuple[Fact, ...]:
    return read_sources([SourceText(name, text, "utf-8", doubtful=False, digest="")], (), {}, readers)


def check(name: str, text: str) -> None:
    """Whatever a reader recognises is accounted for once, and every reason has its sentence."""
    facts = facts_of(name, text)
    if any(reader.recognises(name, text) for reader in READERS):
        whole = [fact for fact in facts if isinstance(fact, UnreadFact) and fact.grain == "file"]
        read = [fact for fact in facts if isinstance(fact, ReadFact)]
        assert len(whole) + len(read) == 1
    lines = text.count("\n") + 1
    for fact in facts:
        if isinstance(fact, UnreadFact):
            assert message(fact.reason, "zh", fact.values)
            assert 1 <= fact.location.line <= lines
    assert "CANARY" not in repr(facts)
    assert "Q0FOQVJZ" not in repr(facts)


@settings(max_examples=60)
@given(name=st.sampled_from(FILES), at=st.floats(0, 1))
def test_a_text_that_breaks_off_is_read_or_told(name: str, at: float) -> None:
    check(name, TEXTS[name][: int(len(TEXTS[name]) * at)])


@settings(max_examples=80)
@given(name=st.sampled_from(FILES), at=st.floats(0, 0.999), sign=st.characters(codec="utf-8"))
def test_a_text_with_a_wrong_sign_is_read_or_told(name: str, at: float, sign: str) -> None:
    text = TEXTS[name]
    index = int(len(text) * at)
    check(name, text[:index] + sign + text[index + 1 :])


@settings(max_examples=80)
@given(name=st.sampled_from(FILES), at=st.floats(0, 0.999), odd=st.sampled_from(ODD))
def test_a_value_of_a_wrong_kind_is_read_or_told(name: str, at: float, odd: str) -> None:
    lines = TEXTS[name].split("\n")
    index = int(len(lines) * at)
    key, found, _ = lines[index].partition(":")
    lines[index] = f"{key}: {odd}" if found else odd
    check(name, "\n".join(lines))


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_shows_nowhere(secret: str) -> None:
    for name, text in (
        (
            "application.yml",
            f"spring:\n  redis:\n    host: a\n    {secret}: CANARY\n    url: redis://u:CANARY@h/${{{secret}}}\n",
        ),
        ("application.yml", f"a:\n  {secret}:\n    CANARY_KEY: https://h.example.com/x?{secret}=CANARY\n"),
        ("application.properties", f"a.{secret}=CANARY\na.url=jdbc:mysql://u:CANARY@h/d?{secret}=CANARY\n"),
        (
            "compose.yml",
            f"services:\n  a:\n    image: b\n    environment:\n      {secret}: http://CANARY@h\n",
        ),
    ):
        check(name, text)


@pytest.mark.parametrize("name", ["application.yml", "compose.yml", "application.properties", "pod.yaml"])
def test_deep_and_long_texts_are_read_or_told(name: str) -> None:
    head = "apiVersion: v1\nkind: Pod\n" if name == "pod.yaml" else ""
    for text in (
        head + "".join(f"{' ' * depth}a:\n" for depth in range(300)),
        head + "x: " + "[" * 5000,
        head + "---\n" * 3000,
        head + "url: " + "a" * 200_000,
        head + "url: " + "${a:" * 5000,
        head + "host: " + "a," * 50_000,
        head + "a.b.url=\\\n" * 2000,
    ):
        check(name, text)
