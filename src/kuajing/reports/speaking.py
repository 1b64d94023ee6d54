"""What explanations are told with: words, articles, names of parties, and how each fact came to be known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kuajing.model.articles import Article
from kuajing.model.reasons import Explanation
from kuajing.model.truth import Truth
from kuajing.reports.articles import article_heads
from kuajing.reports.fact_words import Facts, facts_said
from kuajing.reports.said import Sayings, nobody_says
from kuajing.reports.words import Words

NOTHING = Explanation((), (), (), ())
"""Where a verdict was not opened up."""

STYLES = {Truth.YES: "met", Truth.NO: "violation", Truth.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Speaking:
    """What explanations are told with: words, articles by key, and the parties' names in each language.

    `said` tells how a fact came to be known, `explanation` is the verdict opened up; `full` says that the reader asked for
    everything, not only for what decides.
    """

    words: Words
    articles: Mapping[str, Article]
    names: Mapping[tuple[str, ...], Mapping[str, str]]
    said: Sayings = nobody_says
    explanation: Explanation = NOTHING
    full: bool = False

    def each(self, said: Callable[[Words], str]) -> tuple[str, ...]:
        """What is said, once in each language."""
        return tuple(dict.fromkeys(said(one) for one in self.words.apart()))

    def facts(self, read: Facts, words: Words) -> str:
        """Facts with their values, in one language."""
        return facts_said(read, words, self.parties(words))

    def facts_each(self, read: Facts) -> tuple[str, ...]:
        """Facts with their values, once in each language."""
        told = tuple(read)
        return self.each(lambda one: self.facts(told, one)) if told else ()

    def parties(self, words: Words) -> Mapping[str, str]:
        """The parties' names in one language."""
        return self.names.get(words.languages, {})

    def article(self, key: str) -> tuple[str, ...]:
        """An article's place and what it says; its key alone where the analysis does not carry it."""
        article = self.articles.get(key)
        if article is None:
            return (key,)
        return self.each(
            lambda one: one.term(
                "report.article.short", (("place", self.place(key, one)), ("gloss", one.pair(article.gloss)))
            )
        )

    def where(self, key: str) -> tuple[str, ...]:
        """An article's key and place, once in each language."""
        return self.each(lambda one: self.place(key, one))

    def place(self, key: str, words: Words) -> str:
        """An article's key and place in one language; its key alone where the analysis does not carry it."""
        article = self.articles.get(key)
        return key if article is None else " ".join((key, *article_heads(article, words)))

    def within(self, key: str, words: Words) -> str:
        """An article's key and its place inside its instrument, in one language."""
        article = self.articles.get(key)
        place = words.pair(article.place) if article is not None else ""
        return words.placed(key, place) if place else key
