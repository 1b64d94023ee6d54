"""A reading head over tokens: keywords, dotted names, groups in brackets, lists of properties."""

from collections.abc import Sequence

from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName


class Cursor:
    """Moves over a sequence of tokens; every `take` leaves it in place when what is asked for is not there."""

    def __init__(self, tokens: Sequence[Token], position: int = 0, end: int | None = None) -> None:
        self.tokens = tokens
        self.position = position
        self.end = len(tokens) if end is None else end

    @property
    def token(self) -> Token | None:
        """The token ahead; None at the end."""
        return self.tokens[self.position] if self.position < self.end else None

    @property
    def word(self) -> str:
        """The upper-case keyword ahead; empty for anything else."""
        return self.tokens[self.position].word if self.position < self.end else ""

    def at(self, *words: str) -> bool:
        """Whether these keywords come next."""
        position, tokens = self.position, self.tokens
        last = position + len(words)
        if last > self.end or tokens[position].word != words[0]:
            return False
        return len(words) == 1 or [token.word for token in tokens[position:last]] == [*words]

    def take(self, *words: str) -> bool:
        """Passes these keywords if they come next."""
        if not self.at(*words):
            return False
        self.position += len(words)
        return True

    def take_any(self, *words: str) -> str:
        """Passes one of these keywords and gives it; empty when none comes next."""
        word = self.word
        if word and word in words:
            self.position += 1
            return word
        return ""

    def is_sign(self, sign: str) -> bool:
        """Whether this sign comes next."""
        token = self.token
        return token is not None and token.kind is Kind.SIGN and token.text == sign

    def take_sign(self, sign: str) -> bool:
        """Passes this sign if it comes next."""
        if not self.is_sign(sign):
            return False
        self.position += 1
        return True

    def take_string(self) -> str | None:
        """Passes a string literal and gives its value."""
        token = self.token
        if token is None or token.kind is not Kind.STRING:
            return None
        self.position += 1
        return token.value

    def take_value(self) -> str | None:
        """Passes a string, number or word and gives it as a value."""
        token = self.token
        if token is None or token.kind is Kind.SIGN:
            return None
        self.position += 1
        return token.value if token.kind is Kind.STRING else token.text

    def take_name(self) -> TableName | None:
        """Passes a dotted name and gives its parts, folded."""
        parts = []
        while (token := self.token) is not None and token.kind in {Kind.WORD, Kind.QUOTED}:
            parts.append(token.name)
            self.position += 1
            link = self._take_link(token)
            if link:
                return (*(part for item in parts[:-1] for part in _inner(item)), parts[-1] + link)
            if not self.take_sign("."):
                break
            while self.take_sign("."):  # `db..table`
                continue
        return tuple(part for item in parts for part in _inner(item)) or None

    def _take_link(self, before: Token) -> str:
        """Passes `@link.domain` that stands close behind a name; empty when none does."""
        token = self.token
        if token is None or token.start != before.end or not token.word.startswith("@"):
            return ""
        self.position += 1
        link = token.name
        while (
            self.take_sign(".") and (part := self.token) is not None and part.kind in {Kind.WORD, Kind.QUOTED}
        ):
            link += f".{part.name}"
            self.position += 1
        return link

    def take_group(self) -> "Cursor | None":
        """Passes a group in round brackets and gives a cursor over what it holds."""
        if not self.is_sign("("):
            return None
        start, depth = self.position + 1, 0
        while (token := self.token) is not None:
            if token.kind is Kind.SIGN:
                if token.text == "(":
                    depth += 1
                elif token.text == ")":
                    depth -= 1
            self.position += 1
            if depth == 0:
                return Cursor(self.tokens, start, self.position - 1)
        return Cursor(self.tokens, start, self.position)

    def skip_to(self, *words: str) -> bool:
        """Moves to where these keywords come next outside brackets; stays when they never do."""
        depth, first = 0, words[0]
        for position in range(self.position, self.end):
            token = self.tokens[position]
            if not token.word:
                depth += (token.text == "(") - (token.text == ")")
            elif depth == 0 and token.word == first:
                found = Cursor(self.tokens, position, self.end)
                if found.at(*words):
                    self.position = position
                    return True
        return False

    def parts(self) -> "list[Cursor]":
        """What is left, parted at commas outside brackets."""
        found, start, depth, depth_of_types = [], self.position, 0, 0
        for position in range(self.position, self.end):
            token = self.tokens[position]
            if token.kind is Kind.SIGN:
                if token.text in "<>" and not (depth_of_types or _opens_type(self.tokens, position)):
                    continue
                depth_of_types += (token.text == "<") - (token.text == ">")
                depth += (token.text in "([{<") - (token.text in ")]}>")
                if token.text == "," and depth <= 0:
                    found.append(Cursor(self.tokens, start, position))
                    start = position + 1
        if start < self.end:
            found.append(Cursor(self.tokens, start, self.end))
        return found

    def names(self) -> tuple[str, ...]:
        """The first name of every comma-parted part: the columns of a list."""
        found = []
        for part in self.parts():
            name = part.take_name()
            if name:
                found.append(name[-1])
        return tuple(found)

    def properties(self) -> dict[str, str]:
        """What a list such as `'k' = 'v', k2 v2` says, keys folded to lower case."""
        said: dict[str, str] = {}
        for part in self.parts():
            key: list[str] = []
            while (token := part.token) is not None and not (
                token.kind is Kind.SIGN and token.text in {"=", "=>"}
            ):
                if key and (token.kind is Kind.STRING or (token.kind is Kind.NUMBER and key[-1].isalnum())):
                    break
                key.append(token.name if token.kind is Kind.QUOTED else token.value)
                part.position += 1
            _ = part.take_sign("=") or part.take_sign("=>")
            part.take_sign("[")  # of a list, its first value
            value = part.take_value()
            if key and value is not None:
                said["".join(key).lower()] = value
        return said


def _opens_type(words: Sequence[Token], position: int) -> bool:
    """Whether `<` opens the parts of a type such as `map<string, int>`, and compares nothing."""
    return position > 0 and words[position].text == "<" and words[position - 1].word in _TYPES_OF_PARTS


_TYPES_OF_PARTS = frozenset({"ARRAY", "MAP", "STRUCT", "ROW", "MULTISET", "UNIONTYPE", "NESTED", "TUPLE"})


def _inner(name: str) -> list[str]:
    """The parts of a name quoted as one: `db.table` in backticks, as Hive and BigQuery write it."""
    return [part for part in name.split(".") if part]
