"""The questions of the procedure, read from YAML."""

from kuajing.law.book_articles import cited
from kuajing.law.conditions import Linker, on_facts
from kuajing.law.procedure import Question, Yielding
from kuajing.law.shapes import citation, day, fields, in_order, items, one_of, refuse, text
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.nodes import Node

_OPTIONAL = ("when", "route", "then", "exemption", "from", "until", "or_article", "yields_to")


def question(node: Node, linker: Linker, words: Vocabulary) -> Question:
    """One step of the procedure."""
    given = fields(node, ("id", "article", "cites"), _OPTIONAL)
    if ("route" in given) == ("then" in given):
        refuse(node, "type", expected="route or then")
    named = [citation(given[name], words.articles) for name in ("article", "or_article") if name in given]
    since, until = (day(given[name]) if name in given else None for name in ("from", "until"))
    if since is not None and until is not None:
        in_order(since, until, given["until"])
    when = linker.compile(given["when"]) if "when" in given else linker.article(given["article"])
    return Question(
        id=text(given["id"]),
        articles=tuple(named),
        when=on_facts(when, given.get("when", given["article"])),
        route=one_of(given["route"] if "route" in given else given["then"], sorted(words.routes)),
        exemption=one_of(given["exemption"], sorted(words.articles)) if "exemption" in given else None,
        overlay="then" in given,
        cites=cited(given["cites"], linker, words.articles),
        since=since,
        until=until,
        yields_to=tuple(_yielding(item, words) for item in items(given["yields_to"]))
        if "yields_to" in given
        else (),
    )


def _yielding(node: Node, words: Vocabulary) -> Yielding:
    given = fields(node, ("to", "by"))
    by = citation(given["by"], words.articles)
    return Yielding(tuple(one_of(item, sorted(words.steps)) for item in items(given["to"])), by)
