"""Reads all texts: first every shape, then every movement with all shapes in hand, until nothing new is learnt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, partial

from kuajing.addresses import read_address
from kuajing.lineage.movement import read_movement
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import Fact, MoveFact, TableFact, UnreadFact
from kuajing.model.lineage import ReadMovement
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers import READERS
from kuajing.readers.catalogue import Catalogue, SystemAt, catalogue_of, no_system, tells_shape
from kuajing.readers.made_together import MadeTogether
from kuajing.readers.order import ordered
from kuajing.readers.reading_once import ReadOnce
from kuajing.readers.recognising import reader_of
from kuajing.readers.remembering import AskingAnew, RememberedFacts
from kuajing.readers.rules_of_paths import rule_for
from kuajing.readers.seams import Reader, SourceContext, Task
from kuajing.readers.values import Given, given_for, values_files
from kuajing.source.text import SourceText

Chosen = tuple[SourceText, Reader, SourceRule | None]


def read_sources(
    texts: Iterable[SourceText],
    rules: tuple[SourceRule, ...],
    functions: Mapping[str, str],
    readers: tuple[Reader, ...] = READERS,
    system_at: SystemAt = no_system,
    values: Iterable[SourceText] = (),
    read_sql: ReadMovement | None = None,
    remembered: RememberedFacts | None = None,
) -> tuple[Fact, ...]:
    """All facts of all texts that a reader recognises, sorted, each once; the order of the texts does not matter.

    `functions` says what user functions do to a value. `system_at` tells which declared system an endpoint
    belongs to, so that a job meets the tables that a schema file of that system defines. `values` are the files
    that rules name to give values to placeholders. `read_sql` is the SQL engine, or what remembers its answers.
    `remembered` are answers of the readers from earlier runs.
    """
    known_at = cache(system_at)
    chosen = tuple(_chosen(sorted(texts, key=lambda text: text.path), rules, readers, remembered))
    given = given_by_rule(((text.text, rule) for text, _, rule in chosen), values, known_at)
    read_once = ReadOnce(read_sql or read_movement)
    tasks = tuple(
        (text, reader, SourceContext(rule, functions, given[rule].values, read_once))
        for text, reader, rule in chosen
    )
    tasks = _with_together(tasks)
    asking = AskingAnew() if remembered is None else remembered.asking(tasks)
    shapes = {fact for task in tasks for fact in asking.structure(task)}
    read: dict[str, tuple[Fact, ...]] = {}
    open_tasks = tasks
    # Each round but the last learns the columns of a table: there are never more rounds than texts, and one.
    for _ in range(len(tasks) + 1):
        catalogue = catalogue_of(shapes, known_at)
        read |= {task[0].path: asking.movement(task, catalogue) for task in open_tasks}
        learnt = {fact for facts in read.values() for fact in facts if isinstance(fact, TableFact)} - shapes
        open_tasks = tuple(task for task in tasks if _is_open(read[task[0].path]))
        if not open_tasks or not _adds(learnt, catalogue):
            break
        shapes |= learnt
    unread = (fact for one in given.values() for fact in one.unread)
    return ordered({*shapes, *unread, *(fact for facts in read.values() for fact in facts)})


def _with_together(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks, each told what its reader made of all texts of its format at once."""
    made = {
        reader: MadeTogether(partial(reader.together, _of_reader(reader, tasks)))
        for reader in dict.fromkeys(reader for _, reader, _ in tasks)
        if reader.together is not None
    }
    return tuple(
        (text, reader, replace(context, together=made[reader]) if reader in made else context)
        for text, reader, context in tasks
    )


def _of_reader(reader: Reader, tasks: tuple[Task, ...]) -> tuple[tuple[SourceText, SourceContext], ...]:
    return tuple((text, context) for text, one, context in tasks if one is reader)


def given_by_rule(
    chosen: Iterable[tuple[str, SourceRule | None]], values: Iterable[SourceText], system_at: SystemAt
) -> Mapping[SourceRule | None, Given]:
    """What the files of each rule give to the texts under it; a text without a rule is given nothing."""
    files = values_files(values)
    under: dict[SourceRule | None, list[str]] = defaultdict(list)
    for text, rule in chosen:
        under[rule].append(text)

    def is_bound(placeholder: str) -> bool:
        return system_at(read_address(placeholder)) is not None

    return {
        rule: given_for(rule, files, texts, is_bound) if rule is not None else Given()
        for rule, texts in under.items()
    }


def _chosen(
    texts: Iterable[SourceText],
    rules: tuple[SourceRule, ...],
    readers: tuple[Reader, ...],
    remembered: RememberedFacts | None,
) -> Iterable[Chosen]:
    for text in texts:
        rule = rule_for(text.path, rules)
        reader = reader_of(text.path, text.text, remembered, readers)
        if reader is None and rule is not None and rule.dialect is not None:
            # Whoever names a dialect for a path says that its files hold SQL, whatever they are called.
            reader = next((known for known in readers if known.name == "sql"), None)
        if reader is not None:
            yield text, reader, rule


def _adds(learnt: Iterable[TableFact], catalogue: Catalogue) -> bool:
    """Whether some of these tables were not known before; what merely repeats or disputes a shape teaches nothing."""
    return any(tells_shape(fact) and catalogue.columns(fact.dataset) is None for fact in learnt)


def _is_open(facts: tuple[Fact, ...]) -> bool:
    """Whether more knowledge of tables might tell more: a `*` or a doubtful column is left, or a reason was given."""
    return any(
        isinstance(fact, UnreadFact)
        or (
            isinstance(fact, MoveFact)
            and (not fact.certain or ALL_COLUMNS in (fact.source_column, fact.target_column))
        )
        for fact in facts
    )
