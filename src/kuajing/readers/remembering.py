"""What readers said of texts, kept from earlier runs: the same text, read by the same code where the same is known.

What an answer hangs on of other files is what was looked up in the catalogue while the text was read: it is kept beside
the answer, with a digest of what stood behind it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

from kuajing.lineage.remembering import Store, is_passing
from kuajing.model.facts import Fact
from kuajing.model.lineage import ReadMovement, Statement, TableName
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.recorded_catalogue import Behind, Recorded
from kuajing.readers.seams import Reader, SourceContext, Task
from kuajing.readers.written_facts import FORMAT, Asked, asked_in, facts_in, written, written_asked
from kuajing.source.bare_names import bare
from kuajing.source.location import Location
from kuajing.source.text import SourceText

if TYPE_CHECKING:
    from hashlib import _Hash

Facts = tuple[Fact, ...]

_DIGEST = 20
_YES, _NO = b"1", b"0"


class RememberedFacts:
    """Earlier answers of readers; `engine` names the code that reads, with all that it uses."""

    def __init__(self, store: Store, engine: str) -> None:
        self.store = store
        self.engine = engine

    def is_of(self, reader: Reader, path: str, text: str) -> bool:
        """Whether a reader recognises a text; what it has to parse for that is asked once."""
        if not reader.looks_deep(path, text):
            return reader.recognises(path, text)
        begun = sha256(repr((self.engine, FORMAT, "is_of", reader.name, path)).encode(errors="surrogatepass"))
        begun.update(b"\0" + text.encode(errors="surrogatepass"))
        key = begun.digest()[:_DIGEST]
        for _, _, said in self.store.found(key):
            if said in (_YES, _NO):
                return said == _YES
        is_of = reader.recognises(path, text)
        self.store.keep(key, (b"", b"", _YES if is_of else _NO))
        return is_of

    def asking(self, tasks: Iterable[Task]) -> "Asking":
        """What asks for the facts of these texts, which are all that are read together."""
        return Asking(self, tasks)


class Asking:
    """The answers for the texts of one run: found where they are known, else read and kept."""

    def __init__(self, remembered: RememberedFacts, tasks: Iterable[Task]) -> None:
        self._store = remembered.store
        self._engine = remembered.engine
        self._begun: dict[object, _Hash] = {}
        self._keys = self._keys_of(tasks)
        self._structures: dict[str, Facts] = {}
        self._known: dict[str, list[tuple[Asked, bytes, Facts]]] = {}
        self._behind = Behind(Catalogue({}))

    def structure(self, task: Task) -> Facts:
        """The shapes that a text tells."""
        text, reader, context = task
        known = self._known[text.path] = []
        for names, behind, data in self._store.found(self._keys[text.path]):
            asked, said = asked_in(names), facts_in(data, text)
            if asked is not None and said is not None and said[0] == reader.name:
                self._structures[text.path] = said[1]
                known.append((asked, behind, said[2]))
        if text.path not in self._structures:
            self._structures[text.path] = tuple(reader.structure(text, _narrowed(context)))
        return self._structures[text.path]

    def movement(self, task: Task, catalogue: Catalogue) -> Facts:
        """All else that a text tells, with the shapes of all texts in hand."""
        text, reader, context = task
        if self._behind.catalogue is not catalogue:
            self._behind = Behind(catalogue)
        known = self._known[text.path]
        for asked, behind, facts in known:
            if self._behind.digest(asked) == behind:
                return facts
        recorded = Recorded(catalogue.places, catalogue.system_at)
        read = _Noticing(context.read)
        found = tuple(reader.movement(text, replace(_narrowed(context), read=read), recorded))
        if not read.is_passing:
            asked = tuple(recorded.asked)
            behind = self._behind.digest(asked)
            known.append((asked, behind, found))
            self._keep(task, asked, behind, found)
        return found

    def _keep(self, task: Task, asked: Asked, behind: bytes, found: Facts) -> None:
        """Keeps an answer, unless something in it is what somebody wrote as a value."""
        text, reader, _ = task
        structure = self._structures[text.path]
        said = written(reader.name, structure, found, text)
        if said is None:
            return
        data, texts = said
        names, more = written_asked(asked)
        if any(bare(one) != one for one in texts | more):
            return
        if facts_in(data, text) == (reader.name, structure, found) and asked_in(names) == asked:
            self._store.keep(self._keys[text.path], (names, behind, data))

    def _keys_of(self, tasks: Iterable[Task]) -> Mapping[str, bytes]:
        """The key of each text; where a reader reads texts together, each hangs on all of them."""
        keys: dict[str, bytes] = {}
        together: dict[str, list[str]] = defaultdict(list)
        for text, reader, context in tasks:
            keys[text.path] = self._key(text, reader, context)
            if reader.together is not None:
                together[reader.name].append(text.path)
        for paths in together.values():
            every = b"".join(keys[path] for path in sorted(paths))
            for path in paths:
                keys[path] += blake2b(every, digest_size=_DIGEST).digest()
        return keys

    def _key(self, text: SourceText, reader: Reader, context: SourceContext) -> bytes:
        around = (reader.name, context.rule, id(context.values))
        begun = self._begun.get(around)
        if begun is None:
            narrowed = _narrowed(context)
            given = sorted(narrowed.functions.items()), sorted(narrowed.values.items())
            said = repr((self._engine, FORMAT, reader.name, narrowed.rule, given))
            begun = self._begun[around] = sha256(said.encode(errors="surrogatepass") + b"\0")
        key = begun.copy()
        head = f"{text.path}\0{text.encoding}\0{text.doubtful}\0"
        key.update(f"{head}{text.text}".encode(errors="surrogatepass"))
        return key.digest()[:_DIGEST]


class AskingAnew:
    """Asks readers, and remembers nothing but what they said in the round before of what has not changed since."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[Asked, Behind, Facts]] = {}
        self._behind = Behind(Catalogue({}))

    def structure(self, task: Task) -> Iterator[Fact]:
        """The shapes that a text tells."""
        text, reader, context = task
        return reader.structure(text, context)

    def movement(self, task: Task, catalogue: Catalogue) -> Facts:
        """All else that a text tells, with the shapes of all texts in hand."""
        text, reader, context = task
        if self._behind.catalogue is not catalogue:
            self._behind = Behind(catalogue)
        if text.path in self._said:
            asked, behind, found = self._said[text.path]
            if behind.digest(asked) == self._behind.digest(asked):
                return found
        recorded = Recorded(catalogue.places, catalogue.system_at)
        found = tuple(reader.movement(text, context, recorded))
        self._said[text.path] = tuple(recorded.asked), self._behind, found
        return found


class _Noticing:
    """Reads SQL, and notices an answer that hangs on the machine: another run may fare better."""

    def __init__(self, read: ReadMovement) -> None:
        self._read = read
        self.is_passing = False

    def __call__(
        self,
        text: str,
        *,
        dialect: str | None,
        schema: Mapping[TableName, tuple[str, ...]],
        default_database: str | None = None,
        default_schema: str | None = None,
        functions: Mapping[str, str] | None = None,
        with_queries: bool = False,
    ) -> tuple[Statement, ...]:
        statements = self._read(
            text,
            dialect=dialect,
            schema=schema,
            default_database=default_database,
            default_schema=default_schema,
            functions=functions,
            with_queries=with_queries,
        )
        self.is_passing = self.is_passing or is_passing(statements)
        return statements


def _narrowed(context: SourceContext) -> SourceContext:
    """The context without what no fact may hang on: where its rule stands, and which paths it is for."""
    rule = context.rule
    if rule is None:
        return context
    return replace(context, rule=replace(rule, paths=(), location=Location("")))
