"""What an organisation may write, and what it is told where it writes something that could loosen the law or says nothing."""

from datetime import date

import pytest

from kuajing.law import load_book
from kuajing.law.policies import Known, Policies, read_policies
from kuajing.messages.errors_text import error_text
from kuajing.source.errors import InputErrors
from kuajing.source.packaged import packaged_text
from kuajing.source.yaml_text import parse_yaml

KNOWN = Known(
    handlers=frozenset({"shop-cn"}),
    recipients=frozenset({"shop-us", "shop-sg"}),
    onward=frozenset({"cloud"}),
    places=frozenset({"US", "SG"}),
    categories=frozenset({"pi", "pi.health", "pi.health.medical"}),
)
INSTRUMENT = "id: SHOP\ntitle: {en: Own rules}\nin_force: 2026-01-01\n"


def article(version: str, key: str = "SHOP-A1") -> str:
    return f"article: 1\nprovisions:\n  - key: {key}\n    versions:\n      - {version}\n"


def forbids(when: str, name: str = "no_exit") -> str:
    return article(f"{{kind: forbids, id: {name}, gloss: Own words., when: {when}}}")


def duty(row: str) -> str:
    return article(f"{{kind: imposes, gloss: Own words., duties: [{row}]}}")


def read(article_1: str = "", **files: str) -> Policies:
    texts = {"p/instrument.yaml": INSTRUMENT, **({"p/article-1.yaml": article_1} if article_1 else {})}
    texts |= {f"p/{name.replace('__', '/').replace('_', '-')}.yaml": text for name, text in files.items()}
    return read_policies(
        {path: parse_yaml(path, text)[0] for path, text in texts.items()}, load_book(), KNOWN
    )


def told(article_1: str = "", **files: str) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        read(article_1, **files)
    return [error_text(error, "en") for error in raised.value.errors]


def test_an_article_is_told_in_both_languages_though_one_is_written() -> None:
    (policy,) = read(forbids("{received_in: [US]}")).on(date(2026, 6, 1))
    assert ("SHOP-A1", ("Own rules", "Own rules"), ("article 1", "第一条"), ("Own words.", "Own words.")) == (
        policy.article.key,
        policy.article.title,
        policy.article.place,
        policy.article.gloss,
    )
    assert (("no_exit", ("Own words.", "Own words.")),) == policy.says


def test_an_article_stands_from_its_day_to_the_day_before_its_end() -> None:
    policies = read(
        article(
            "{from: 2026-02-01, until: 2026-03-01, kind: forbids, id: x_1, gloss: A., when: {named: live}}"
        )
    )
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1)]
    assert [0, 1, 1, 0] == [len(policies.on(day)) for day in days]


def test_an_id_may_come_again_in_a_later_version_of_its_article() -> None:
    later = "      - {from: 2026-07-01, kind: forbids, id: no_exit, gloss: B., when: {named: live}}\n"
    first = article("{until: 2026-07-01, kind: forbids, id: no_exit, gloss: A., when: {named: live}}")
    assert ["A.", "B."] == [
        read(first + later).on(day)[0].article.gloss[0] for day in (date(2026, 6, 30), date(2026, 7, 1))
    ]


def test_own_conditions_may_rest_on_those_of_the_law() -> None:
    policies = read(
        forbids("{named: running}"), conditions="running: {all: [{named: live}, {sent_to: shop-us}]}"
    )
    assert ["no_exit"] == [rule.id for _, rule in policies.rules_on(date(2026, 6, 1))]


@pytest.mark.parametrize("kind", ["exempts", "requires", "defines"])
def test_what_could_loosen_the_law_is_no_kind_here(kind: str) -> None:
    assert [
        (
            f"p/article-1.yaml:5:16: `{kind}` is a kind of the law alone: a rule of the organisation may add to the law "
            "and never change what it answers. Use `forbids` or `imposes`."
        )
    ] == told(article(f"{{kind: {kind}, gloss: A., when: {{named: live}}}}"))


@pytest.mark.parametrize(
    "word",
    [
        "route: exempt",
        "exemption: SHOP-A1",
        "yields_to: [PIPL-2021-A38]",
        "outlives: true",
        "confidence: OFF",
    ],
)
def test_no_key_gives_a_route_or_an_order_of_precedence(word: str) -> None:
    (error,) = told(article(f"{{kind: forbids, id: x_1, gloss: A., when: {{named: live}}, {word}}}"))
    assert error.startswith(
        f"p/article-1.yaml:5:66: `{word.split(':', maxsplit=1)[0]}` is no key here; nearest: "
    )


def test_a_duty_takes_nothing_off_a_verdict() -> None:
    (error,) = told(duty("{id: x_1, met: {named: live}, on_verdict: true}"))
    assert error.endswith("`on_verdict` is no key here; nearest: met; known: cites, id, met, says, when.")


@pytest.mark.parametrize(
    ("place", "files"),
    [
        ("p/instrument.yaml:1:5", {"instrument": INSTRUMENT.replace("SHOP", "PIPL-2021")}),
        (
            "p/article-1.yaml:3:10",
            {"instrument": INSTRUMENT.replace("SHOP", "PIPL"), "article_1": article("{}", "PIPL-2021-A55")},
        ),
        ("p/article-1.yaml:5:29", {"article_1": forbids("{named: live}", "no_pipia")}),
        ("p/article-1.yaml:5:58", {"article_1": duty("{id: pipia_art55_56, met: {named: live}}")}),
        ("p/conditions.yaml:1:1", {"conditions": "live: {received_in: [US]}"}),
    ],
)
def test_a_name_of_the_law_is_refused_with_both_places(place: str, files: dict[str, str]) -> None:
    errors = [error for error in told(**files) if "is a name of the law" in error]
    assert [place] == [error.split(": ")[0] for error in errors]
    assert "at rules/law/" in errors[0]


def test_the_place_in_the_law_is_that_of_the_name() -> None:
    (error,) = told(forbids("{named: live}", "no_pipia"))
    place = error.split("at rules/")[1].split(": a rule")[0].split(":")
    line = packaged_text(place[0]).split("\n")[int(place[1]) - 1]
    assert line[int(place[2]) - 1 :].startswith("no_pipia,")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"article_1": forbids("{named: live}"), "article_2": article("{}", "SHOP-A1")},
            "p/article-2.yaml:3:10: `SHOP-A1` stands twice, first at p/article-1.yaml:3:10.",
        ),
        (
            {
                "article_1": forbids("{named: live}"),
                "article_2": forbids("{named: live}").replace("SHOP-A1", "SHOP-A2"),
            },
            "p/article-2.yaml:5:29: `no_exit` stands twice, first at p/article-1.yaml:5:29.",
        ),
        (
            {"article_1": duty("{id: x_1, met: {named: live}}, {id: x_1, met: {named: live}}")},
            "p/article-1.yaml:5:89: `x_1` stands twice, first at p/article-1.yaml:5:58.",
        ),
        (
            {"more__instrument": INSTRUMENT},
            "p/more/instrument.yaml:1:5: `SHOP` stands twice, first at p/instrument.yaml:1:5.",
        ),
        (
            {"conditions": "one: {named: live}", "more__conditions": "one: {named: live}"},
            "p/more/conditions.yaml:1:1: `one` stands twice, first at p/conditions.yaml:1:1.",
        ),
    ],
)
def test_a_name_that_stands_twice_is_told_with_both_places(files: dict[str, str], expected: str) -> None:
    assert expected in told(**files)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (forbids("{recieved_in: [US]}"), "5:64: No question is called `recieved_in`; nearest: received_in."),
        (forbids("{step: [ciio]}"), "5:64: No question is called `step`; nearest: stated."),
        (forbids("{named: livee}"), "5:71: No condition is named `livee`; nearest: live."),
        (
            forbids("{fact: {flow.stat: live}}"),
            "5:71: `flow.stat` is no fact that fits here; nearest: flow.status.",
        ),
        (forbids("{received_in: [UK]}"), "5:78: `UK` is no word here; nearest: US; known: SG, US."),
        (
            forbids("{sent_to: shop-usa}"),
            "5:73: `shop-usa` is no word here; nearest: shop-us; known: shop-sg, shop-us.",
        ),
        (forbids("{sent_by: shop}"), "5:73: `shop` is no word here; nearest: shop-cn; known: shop-cn."),
        (forbids("{passed_on_to: clout}"), "5:78: `clout` is no word here; nearest: cloud; known: cloud."),
        (
            forbids("{carries: [pi.helth]}"),
            "5:74: `pi.helth` is no word here; nearest: pi.health; known: pi, pi.health, pi.health.medical.",
        ),
        (
            forbids("{article: SHOP-A9}"),
            "5:73: No provision has the key `SHOP-A9`; nearest: SAM-2022-A9.",
        ),
        (
            duty("{id: x_1, met: {named: live}, cites: [PIPL-2021-A555]}"),
            "5:91: No provision has the key `PIPL-2021-A555`; nearest: PIPL-2021-A55.",
        ),
        (
            forbids("{fact: {recipient.jurisdiction: US}}"),
            (
                "5:71: The law tells only some values of `recipient.jurisdiction` apart, so another would be answered no. "
                "Ask `received_in` or `received_outside` with codes of jurisdictions."
            ),
        ),
        (
            article(
                "{from: 2026-03-01, until: 2026-03-01, kind: forbids, id: x_1, gloss: A., when: {named: live}}"
            ),
            "5:35: The end 2026-03-01 does not come after the start 2026-03-01.",
        ),
        (
            article("{kind: forbids, id: x_1, gloss: A., when: {named: live}}")
            + "      - {from: 2026-07-01, kind: forbids, id: x_1, gloss: A., when: {named: live}}\n",
            "6:9: This version of `SHOP-A1` begins before the one at p/article-1.yaml:5:9 ends, or that one has no end.",
        ),
        (article("{kind: forbids, gloss: A., when: {named: live}}"), "5:9: `id` is missing."),
        (article("{kind: forbids, id: x_1, gloss: A.}"), "5:9: `when` is missing."),
        (article("{kind: imposes, gloss: A.}"), "5:9: `duties` is missing."),
        (article("{id: x_1, gloss: A.}"), "5:9: `kind` is missing."),
        (article("{kind: forbids, id: x_1, gloss: {}, when: {named: live}}"), "5:41: `en` is missing."),
        (forbids("{received_in: []}"), "5:77: This takes a list of at least one."),
        (forbids("{declares: []}"), "5:74: This takes a list of at least one."),
        (duty("{id: x_1, when: {named: live}}"), "5:53: `met` is missing."),
        (
            article("{}", "STORE-A1"),
            "3:10: `STORE-A1` does not begin with `SHOP-`, the id of its instrument.",
        ),
        ("article: 1\nprovisions: []\n", "1:1: `provisions` is missing."),
    ],
)
def test_a_fault_is_told_with_its_place_and_the_nearest_word(text: str, expected: str) -> None:
    assert f"p/article-1.yaml:{expected}" in told(text)


def test_own_conditions_that_ask_each_other_are_an_error() -> None:
    errors = told(forbids("{named: one}"), conditions="one: {not: {named: two}}\ntwo: {named: one}\n")
    assert errors
    assert ["asks itself in the end."] * len(errors) == [error.split("` ")[1] for error in errors]


def test_an_own_condition_is_checked_though_no_rule_asks_it() -> None:
    assert ["p/conditions.yaml:1:14: No condition is named `livee`; nearest: live."] == told(
        forbids("{named: live}"), conditions="one: {named: livee}\n"
    )


def test_an_article_without_an_instrument_in_its_folder_is_an_error() -> None:
    errors = told(forbids("{named: live}"), apart__article_1=forbids("{named: live}", "x_2"))
    assert ["p/apart/article-1.yaml:1:1: `instrument.yaml` is missing."] == errors


def test_an_instrument_without_articles_is_an_error() -> None:
    assert ["p/instrument.yaml:1:1: `article-….yaml` is missing."] == told()


def test_an_instrument_that_ends_before_it_begins_is_an_error() -> None:
    assert ["p/instrument.yaml:4:11: The end 2025-01-01 does not come after the start 2026-01-01."] == told(
        forbids("{named: live}"), instrument=f"{INSTRUMENT}repealed: 2025-01-01\n"
    )


def test_faults_of_several_files_are_told_together() -> None:
    errors = told(forbids("{named: livee}"), article_2=forbids("{nam: live}", "x_2").replace("A1", "A2"))
    assert ["p/article-1.yaml", "p/article-2.yaml"] == [error.split(":")[0] for error in errors]


def test_the_faults_of_all_demands_and_versions_are_told_at_once() -> None:
    text = article(
        "{kind: imposes, gloss: Own., when: {fatc: {data.personal: true}}, "
        "duties: [{id: one, met: {fact: {data.persnal: true}}}, {id: two, meet: {named: live}}], "
        "violations: [{id: three, when: {received_in: [USA]}}]}"
    )
    assert ["fatc", "data.persnal", "meet", "USA"] == [
        next(word for word in ("fatc", "data.persnal", "meet", "USA") if word in error.split("\n")[0])
        for error in told(text)
    ]


def test_a_broken_instrument_hides_no_fault_of_its_articles() -> None:
    texts = {"p/instrument.yaml": "id: SHOP\n", "p/article-1.yaml": forbids("{named: nothing_known}")}
    nodes = {path: parse_yaml(path, text)[0] for path, text in texts.items()}
    with pytest.raises(InputErrors) as raised:
        read_policies(nodes, load_book(), KNOWN)
    assert sorted(texts) == [one.location.path for one in raised.value.errors]


def test_what_an_unread_file_may_say_is_no_fault_of_the_others() -> None:
    text = article(
        "{kind: imposes, gloss: Own., duties: [{id: one, met: {named: own_condition}}, "
        "{id: two, met: {fact: {data.persnal: true}}}]}"
    )
    nodes = {"p/article-1.yaml": parse_yaml("p/article-1.yaml", text)[0]}
    unread = frozenset({"p/instrument.yaml", "p/conditions.yaml"})
    with pytest.raises(InputErrors) as raised:
        read_policies(nodes, load_book(), KNOWN, unread)
    assert ["law_terms.book_path"] == [one.message for one in raised.value.errors]


def test_cites_stand_with_the_demand_and_not_with_a_version_that_imposes() -> None:
    row = "duties: [{id: one, met: {named: live}, cites: [PIPL-2021-A39]}]"
    read(article(f"{{kind: imposes, gloss: Own., {row}}}"))
    (error,) = told(article(f"{{kind: imposes, gloss: Own., {row}, cites: [PIPL-2021-A39]}}"))
    assert "`cites` is no key here" in error
