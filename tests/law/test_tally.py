from kuajing.law import load_book, load_tally_rule
from kuajing.model.truth import Truth

RULE = load_tally_rule()


def test_exemptions_stay_outside_inside_or_in_doubt() -> None:
    asked = ("CBDF-2024-A5.1.1", "CBDF-2024-A5.1.4", "D790-2024-A35.1.6")
    assert (Truth.YES, Truth.NO, Truth.UNKNOWN) == tuple(map(RULE.is_outside, asked))


def test_every_article_that_the_rule_names_stands_in_the_law() -> None:
    named = {*RULE.outside, *RULE.doubtful, *RULE.ahead, *RULE.whole_year, *RULE.group}
    assert set() == named - set(load_book().provisions)


def test_the_route_that_takes_in_the_whole_year_is_one() -> None:
    assert RULE.year_route in {question.route for question in load_book().questions}
