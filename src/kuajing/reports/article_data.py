"""What stands beside an article, in words: penalties in figures, deadlines, contents of documents."""

from collections.abc import Iterator

from kuajing.model.articles import Article, Clock, Content, Penalty
from kuajing.reports.words import Words, count

_OFFICIAL = "OFF"
_HUNDRED = 100


def data_rows(article: Article, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rows that an article has, by name, each with its lines in every language; what may follow is never first."""
    one_by_one = words.apart()
    rows = (
        ("contents", [content_said(item, article, one) for item in article.contents for one in one_by_one]),
        ("clocks", [clock_said(clock, one) for clock in article.clocks for one in one_by_one]),
        ("penalty", [penalty_said(item, article, one) for item in article.penalties for one in one_by_one]),
    )
    return tuple((name, tuple(lines)) for name, lines in rows if lines)


def content_said(content: Content, article: Article, words: Words) -> str:
    """One thing that a document holds."""
    return _surely(words.pair(content.name), content.confidence, article, words)


def clock_said(clock: Clock, words: Words) -> str:
    """One deadline."""
    if clock.runs == "each_year":
        month, day = divmod(clock.length, _HUNDRED)
        length = f"{month:02}-{day:02}"
    else:
        length = words.term(f"report.clock.{clock.unit}", (("count", count(clock.length)),))
    values = (("length", length), ("starts", words.pair(clock.starts)), ("asks", words.pair(clock.asks)))
    return words.term(f"report.clock.{clock.runs}", values)


def penalty_said(penalty: Penalty, article: Article, words: Words) -> str:
    """What may follow where a breach is found, for one circle of people in one case."""
    what = words.listed(_figures(penalty, words))
    values = (
        ("who", words.term(f"report.penalty.who.{penalty.who}")),
        ("when", words.term(f"report.penalty.when.{penalty.when}")),
        ("what", what),
    )
    return _surely(words.term("report.penalty", values), penalty.confidence, article, words)


def _figures(penalty: Penalty, words: Words) -> Iterator[str]:
    yield from _between("report.penalty", penalty.least, penalty.most, words)
    if penalty.turnover is not None:
        yield words.term("report.penalty.turnover", (("percent", str(penalty.turnover)),))
    if penalty.gain is not None:
        least, most = penalty.gain
        start = () if penalty.gain_from is None else (("from", count(penalty.gain_from)),)
        key = "report.penalty.gain_from" if start else "report.penalty.gain"
        yield words.term(key, (("least", str(least)), ("most", str(most)), *start))
    if penalty.years is not None:
        least, most = penalty.years
        key = "report.penalty.years" if least else "report.penalty.years_most"
        yield words.term(key, (("least", str(least)), ("most", str(most))))
    yield from (words.term(f"report.penalty.also.{measure}") for measure in penalty.also)


def _between(key: str, least: int | None, most: int | None, words: Words) -> Iterator[str]:
    bounds = tuple(
        (name, count(bound)) for name, bound in (("least", least), ("most", most)) if bound is not None
    )
    if bounds:
        yield words.term(f"{key}.between" if len(bounds) > 1 else f"{key}.{bounds[0][0]}", bounds)


def _surely(said: str, confidence: str, article: Article, words: Words) -> str:
    """The same, with how sure it is where that is less than its article."""
    if confidence in {article.confidence, _OFFICIAL}:
        return said
    return words.term("report.surely", (("said", said), ("sure", words.term(f"report.sure.{confidence}"))))
