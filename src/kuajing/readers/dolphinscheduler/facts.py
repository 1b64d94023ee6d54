"""An export as facts: what every task moves, what stayed unread of it, and how the file fared."""

from collections import Counter
from collections.abc import Iterator

from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.dolphinscheduler.exports import Task, tasks_of
from kuajing.readers.dolphinscheduler.reading import MECHANISM, Reading
from kuajing.readers.dolphinscheduler.tasks import told
from kuajing.readers.held import Held
from kuajing.readers.seams import SourceContext
from kuajing.source.errors import InputErrors
from kuajing.source.text import SourceText


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """Tables that a task creates are told with its movements."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every task, what stayed unread of it, and how the text fared as a whole."""
    tasks = _tasks(text)
    if isinstance(tasks, UnreadFact):
        yield tasks
        return
    fates: Counter[str] = Counter()
    for task in tasks:
        facts, of_task = told(Reading(context, catalogue), task)
        yield from dict.fromkeys(facts)
        fates += of_task
    idle = fates["idle"] + fates["no_movement"] or int(not fates)
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], idle)


def _tasks(text: SourceText) -> tuple[Task, ...] | UnreadFact:
    try:
        return tuple(tasks_of(Held.whole(text)))
    except InputErrors as problem:
        # The sentence of a JSON fault may quote the text, and with it a password: only its place is kept.
        return UnreadFact(problem.errors[0].location, "unread.dolphinscheduler_json", "file")
