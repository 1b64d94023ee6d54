"""Events of all files as facts: each stands at its place in its file, runs are put together over all files."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kuajing.model.facts import AliasFact, Fact, InfluenceFact, MoveFact, ReadFact, TableFact, UnreadFact
from kuajing.readers.catalogue import Catalogue, catalogue_of
from kuajing.readers.openlineage.events import Event, events_in
from kuajing.readers.openlineage.runs import MECHANISM, Run, RunFact, runs_of
from kuajing.readers.openlineage.values import Broken, values_in
from kuajing.readers.seams import SourceContext
from kuajing.source.location import Location
from kuajing.source.text import SourceText

Say = Callable[[Catalogue], Iterator[Fact]]
Texts = tuple[tuple[SourceText, SourceContext], ...]


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact | AliasFact]:
    """The datasets that events describe, and the names they go by."""
    for fact in context.together[text.path](catalogue_of(())):
        if isinstance(fact, TableFact | AliasFact):
            yield fact


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """What the runs move, what of them could not be read, and how the text fared as a whole."""
    for fact in context.together[text.path](catalogue):
        if not isinstance(fact, TableFact | AliasFact):
            yield fact


@dataclass(slots=True)
class _Page:
    """What one file comes to."""

    path: str
    facts: dict[object, Fact] = field(default_factory=dict)
    fates: Counter[str] = field(default_factory=Counter)

    def add(self, fact: Fact) -> None:
        """One more fact; a job that runs every day says the same every day, and its first place is enough."""
        self.facts.setdefault(_without_place(fact), fact)

    def say(self, catalogue: Catalogue) -> Iterator[Fact]:
        """The facts of the file; shapes of other files add nothing to them."""
        del catalogue
        yield from self.facts.values()
        if any(isinstance(fact, UnreadFact) and fact.grain == "file" for fact in self.facts.values()):
            return
        fates = self.fates or Counter({"idle": 1})
        yield ReadFact(
            self.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"]
        )


def together(texts: Texts) -> Mapping[str, Say]:
    """What each file says, by its path."""
    pages = {text.path: _Page(text.path) for text, _ in texts}
    events: list[Event] = []
    for text, _ in texts:
        events += _events(text, pages[text.path])
    for run in runs_of(events):
        _tell(run, pages)
    return {path: page.say for path, page in pages.items()}


def _events(text: SourceText, page: _Page) -> Iterable[Event]:
    found: list[Event] = []
    for value in values_in(text.path, text.text):
        if isinstance(value, Broken):
            grain = "file" if value.is_whole else "statement"
            page.add(UnreadFact(value.location, "unread.openlineage_json", grain))
            page.fates["unread"] += 1
        else:
            found += events_in(value)
    if not found and not page.facts:
        page.add(UnreadFact(Location(text.path), "unread.openlineage_event", "file"))
    return found


def _tell(run: Run, pages: Mapping[str, _Page]) -> None:
    facts = tuple(dict.fromkeys(run.facts()))
    for fact in facts:
        pages[fact.location.path].add(fact)
    pages[run.home].fates[_fate(facts)] += 1


def _fate(facts: Iterable[RunFact]) -> str:
    told = tuple(facts)
    if any(isinstance(fact, UnreadFact) for fact in told):
        return "partial"
    return "resolved" if any(isinstance(fact, MoveFact) for fact in told) else "idle"


def _without_place(fact: Fact) -> object:
    match fact:
        case TableFact():
            columns = tuple((column.name, column.type, column.comment) for column in fact.columns)
            return (fact.dataset, columns, fact.comment)
        case MoveFact():
            ends = (fact.source, fact.source_column, fact.target, fact.target_column)
            return (*ends, fact.transform, fact.certain)
        case InfluenceFact():
            return (fact.source, fact.source_column, fact.target)
        case AliasFact():
            return (fact.alias, fact.dataset, "alias")
        case _:
            return fact
