"""The steps of a verdict as text: what decided, what was claimed, and every question on the way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kuajing.model.articles import Article
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step, Verdict
from kuajing.reports.articles import article_heads
from kuajing.reports.characters import cells
from kuajing.reports.claims import Claim, claims_of
from kuajing.reports.fact_words import Facts, facts_said
from kuajing.reports.spans import WIDTH, Line, entry, paragraph, styled
from kuajing.reports.words import Words

STYLES = {Truth.YES: "met", Truth.NO: "violation", Truth.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Speaking:
    """What explanations are told with: words, articles by key, and the parties' names in each language."""

    words: Words
    articles: Mapping[str, Article]
    names: Mapping[tuple[str, ...], Mapping[str, str]]

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
        return self.names[words.languages]

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


def deciding_lines(verdict: Verdict, speaking: Speaking) -> Iterable[Line]:
    """The questions that gave the route or keep it open, each with its article and the facts it turns on."""
    asked = [step for step in verdict.reasoning if step.asked.startswith("ask.") and step.citation]
    cited = set()
    for step in asked:
        if step.answer is Truth.YES or (step.answer is Truth.UNKNOWN and verdict.possible):
            cited.add(step.citation)
            yield from _told(step, speaking, _turning(step))
    if verdict.exemption and verdict.exemption not in cited:
        yield from paragraph(speaking.article(verdict.exemption), 2)


def _told(step: Step, speaking: Speaking, read: Facts) -> Iterable[Line]:
    yield from paragraph(speaking.words.sentences(step.asked), 2, STYLES[step.answer] if read else "plain")
    yield from paragraph(speaking.article(step.citation), 6, "quiet")
    yield from paragraph(speaking.facts_each(read), 6, "place")


def _turning(step: Step) -> tuple[tuple[str, str], ...]:
    """The facts that an answer turns on, with their values."""
    return tuple((path, value) for path, value in step.read if path in step.turns_on or not step.turns_on)


def claim_lines(judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    """Each exemption claimed: whether it holds, by which article, and what stands against it."""
    claims = claims_of(judgement)
    labels = {claim.holds: speaking.words.term(f"report.claim.{claim.holds.value}") for claim in claims}
    width = max(map(cells, labels.values()), default=0)
    for claim in claims:
        for place, line in enumerate(
            entry(labels[claim.holds], width, 2, _claim(claim, speaking, width + 4))
        ):
            yield (line[0], (line[1][0], STYLES[claim.holds]), *line[2:]) if place == 0 else line


def _claim(claim: Claim, speaking: Speaking, indent: int) -> tuple[Line, ...]:
    room = WIDTH - indent
    lines = list(styled(speaking.words.sentences(claim.asked), room))
    lines += styled(speaking.article(claim.citation), room, "quiet")
    if claim.holds is not Truth.YES:
        grounds = speaking.each(lambda one: claim_ground(claim, speaking, one))
        lines += styled(grounds, room, "place")
    return tuple(lines)


def claim_ground(claim: Claim, speaking: Speaking, words: Words) -> str:
    """What stands against a claim, or leaves it open, in one language."""
    key = f"report.claim.because.{claim.holds.value}"
    return words.term(key, (("facts", speaking.facts(claim.turns_on, words)),))


def reasoning_lines(verdict: Verdict, speaking: Speaking) -> Iterable[Line]:
    """Each question on the way to the route with its answer, its article and the facts."""
    words = speaking.words
    width = max(cells(words.truth(answer)) for answer in Truth)
    steps = (step for step in verdict.reasoning if step.asked.startswith("ask."))
    for number, step in enumerate(steps, 1):
        question = entry(
            words.truth(step.answer), width, 0, styled(words.sentences(step.asked), WIDTH - width - 8)
        )
        for place, (blank, label, *rest) in enumerate(question):
            mark = f"{number:>4}  " if place == 0 else " " * 6
            style = STYLES[step.answer] if place == 0 else "plain"
            yield ((mark, "quiet"), blank, (label[0], style), *rest)
        yield from _grounds(step, speaking, width + 8)


def _grounds(step: Step, speaking: Speaking, indent: int) -> Iterable[Line]:
    """The article and the facts of an answer: of a plain no where it stands and what it turns on, of others everything."""
    if step.answer is Truth.NO:
        yield from paragraph(
            speaking.each(lambda one: one.joined(_briefly(step, speaking, one))), indent, "quiet"
        )
        return
    if step.citation:
        yield from paragraph(speaking.article(step.citation), indent, "quiet")
    yield from paragraph(speaking.facts_each(step.read), indent, "place")


def _briefly(step: Step, speaking: Speaking, words: Words) -> Iterable[str]:
    if step.citation:
        yield speaking.place(step.citation, words)
    if step.read:
        yield speaking.facts(_turning(step), words)
