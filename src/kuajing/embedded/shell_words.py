"""Shell text to commands of words, quotes and escapes undone; what the shell would fill in stands as markers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.embedded.markers import marker
from kuajing.embedded.placed import Placed, joined, literal, standing

DEEPEST = 40
_ORDINARY = re.compile(r"[^\s'\"\\$`;&|<>()]+")
_QUOTED_STOP = re.compile(r"[\\\"$`]")
_BODY_STOP = re.compile(r"[\\$`]")
_QUOTED_ESCAPES, _BODY_ESCAPES = frozenset('"$`\\'), frozenset("$`\\")
"""What a backslash escapes in double quotes, and in a heredoc, where a quote is a sign like any other."""
_NAME = re.compile(r"[A-Za-z_]\w*|[0-9@*#?$!-]")
_BRACED = re.compile(r"\$\{[^{}\n]*\}")
_HERE = re.compile(r"<<(?P<dash>-?)[ \t]*(?P<word>(?:'[^'\n]*'|\"[^\"\n]*\"|\\.|[^\s'\"\\;&|<>()])+)")
_ANSI = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)", re.DOTALL)
_ANSI_MEANS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v"}
_BRACES = re.compile(r"[{}]")
_BRACKETS = re.compile(r"[()]")
MOST_IN_BRACES = 2_000
MOST_UNMATCHED = 1_000


class TooDeep(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """Substitutions stand in each other too deeply at an offset."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its quotes undone; `role` is `word`, `target` of a redirection, `here` string or heredoc `body`."""

    placed: Placed
    begin: int
    is_quoted: bool
    role: str = "word"


@dataclass(slots=True)
class Command:
    """The words of one simple command; `is_piped` where its output is read by the next one."""

    words: list[Word] = field(default_factory=list)
    is_piped: bool = False


@dataclass(frozen=True, slots=True)
class _Heredoc:
    delimiter: str
    is_quoted: bool
    strips_tabs: bool
    command: Command


class ShellReader:
    """One pass over a text; `commands` gathers every simple command, those in substitutions too."""

    def __init__(self, text: str) -> None:
        self.commands: list[Command] = []
        self._text = text
        self._at = 0
        self._depth = 0
        self._unmatched = 0
        self._heredocs: list[_Heredoc] = []

    def read(self) -> list[Command]:
        """All commands of the text; raises TooDeep."""
        while self._at < len(self._text):
            self._until("")
            self._at += 1
        return self.commands

    def _until(self, closing: str) -> None:
        """Read commands up to a closing sign, which is not consumed, or to the end."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep(self._at)
        command = Command()
        role = "word"
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign == closing:
                break
            if sign == "\n":
                self._at += 1
                self._bodies()
            if sign in "\n;&|()":
                command, role = self._ended(command, sign), "word"
                self._at += sign != "\n"
            elif sign in " \t\r\f\v":
                self._at += 1
            elif sign == "#":
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
            elif sign in "<>":
                role = self._redirected(command)
            elif self._text.startswith("\\\n", self._at):
                self._at += 2
            else:
                command.words.append(self._word(role, closing))
                role = "word"
        self._ended(command, "")
        self._depth -= 1

    def _ended(self, command: Command, sign: str) -> Command:
        command.is_piped = sign == "|" and not self._text.startswith("||", self._at)
        if command.words:
            self.commands.append(command)
        return Command()

    def _redirected(self, command: Command) -> str:
        """Pass over a redirection; what the next word is then."""
        text = self._text
        if text.startswith("<<<", self._at):
            self._at += 3
            return "here"
        here = _HERE.match(text, self._at) if text.startswith("<<", self._at) else None
        if here is not None:
            raw = here["word"]
            delimiter = re.sub(r"['\"\\]", "", raw)
            self._heredocs.append(_Heredoc(delimiter, delimiter != raw, bool(here["dash"]), command))
            self._at = here.end()
            return "word"
        self._at += 1
        while self._at < len(text) and text[self._at] in "<>&|":
            self._at += 1
        if text.startswith("(", self._at):
            self._at += 1
            self._until(")")
            self._at += 1
            return "word"
        return "target"

    def _bodies(self) -> None:
        """The heredocs that wait, now that their line has ended."""
        waiting, self._heredocs = self._heredocs, []
        for heredoc in waiting:
            begin, pieces = self._at, []
            while self._at < len(self._text):
                found = self._text.find("\n", self._at)
                end = len(self._text) if found < 0 else found
                line = self._text[self._at : end]
                bare = line.lstrip("\t") if heredoc.strips_tabs else line
                if bare.rstrip() == heredoc.delimiter:
                    break
                pieces.append((end - len(bare), min(end + 1, len(self._text))))
                self._at = min(end + 1, len(self._text))
            after = self._text.find("\n", self._at)
            body = [piece for first, last in pieces for piece in self._line(first, last, heredoc)]
            heredoc.command.words.append(Word(joined(body), begin, is_quoted=True, role="body"))
            self._at = len(self._text) if after < 0 else after + 1

    def _line(self, begin: int, end: int, heredoc: _Heredoc) -> Iterator[Placed]:
        if heredoc.is_quoted:
            yield literal(self._text, begin, end)
            return
        after, self._at = self._at, begin
        yield from self._expanded(_BODY_STOP, end)
        self._at = after

    def _word(self, role: str, closing: str) -> Word:
        begin, pieces, is_quoted = self._at, list[Placed](), False
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign.isspace() or sign in ";&|<>()" or sign == closing:
                break
            if sign in {"'", '"'} or self._text.startswith(("$'", '$"'), self._at):
                is_quoted = True
                pieces += self._quoted(sign)
            elif sign in {"$", "`", "\\"}:
                pieces.append(self._filled_in(len(self._text)))
            else:
                run = _ORDINARY.match(self._text, self._at)
                end = run.end() if run is not None else self._at + 1
                pieces.append(literal(self._text, self._at, end))
                self._at = end
        return Word(joined(pieces), begin, is_quoted, role)

    def _quoted(self, sign: str) -> list[Placed]:
        is_ansi = self._text.startswith("$'", self._at)
        self._at += 1 + (sign == "$")
        if sign == "'" or is_ansi:
            begin = self._at
            end = self._closing_of_ansi(begin) if is_ansi else self._text.find("'", begin)
            end = len(self._text) if end < 0 else end
            self._at = min(end + 1, len(self._text))
            return list(self._ansi(begin, end)) if is_ansi else [literal(self._text, begin, end)]
        pieces = list(self._expanded(_QUOTED_STOP, len(self._text)))
        self._at = min(self._at + 1, len(self._text))
        return pieces

    def _expanded(self, stops: re.Pattern[str], end: int) -> Iterator[Placed]:
        """The text up to a closing double quote or the end, expansions as markers."""
        while self._at < end:
            stop = stops.search(self._text, self._at, end)
            last = stop.start() if stop is not None else end
            yield literal(self._text, self._at, last)
            self._at = last
            if stop is None or stop.group() == '"':
                return
            yield self._filled_in(end, _BODY_ESCAPES if stops is _BODY_STOP else _QUOTED_ESCAPES)

    def _filled_in(self, end: int, escapes: frozenset[str] | None = None) -> Placed:
        """What an escape or an expansion at this place gives; `escapes` are the signs that a backslash escapes, if not all."""
        begin, text = self._at, self._text
        following = text[begin + 1 : begin + 2]
        if text[begin] == "\\":
            return self._escaped(end, escapes)
        if text[begin] == "`":
            return self._substituted(begin + 1, "`", end)
        if following == "(":
            return (
                self._computed() if text.startswith("$((", begin) else self._substituted(begin + 2, ")", end)
            )
        return self._braced(begin) if following == "{" else self._named()

    def _escaped(self, end: int, escapes: frozenset[str] | None) -> Placed:
        begin, following = self._at, self._text[self._at + 1 : self._at + 2]
        self._at = min(begin + 2, end)
        if following == "\n" or begin + 1 >= end:
            return Placed()
        is_kept = escapes is not None and following not in escapes
        return literal(self._text, begin if is_kept else begin + 1, self._at)

    def _computed(self) -> Placed:
        begin = self._at
        self._at = self._matching(begin + 1, _BRACKETS)
        return standing(marker(self._text[begin + 3 : self._at]), begin, self._at)

    def _named(self) -> Placed:
        begin = self._at
        name = _NAME.match(self._text, begin + 1)
        self._at = begin + 1 if name is None else name.end()
        if name is None:
            return literal(self._text, begin, self._at)
        return standing("${" + name.group() + "}", begin, self._at)

    def _braced(self, begin: int) -> Placed:
        plain = _BRACED.match(self._text, begin)
        if plain is not None:
            self._at = plain.end()
            return literal(self._text, begin, self._at)
        self._at = self._matching(begin + 1, _BRACES)
        return standing(marker(self._text[begin + 2 : self._at]), begin, self._at)

    def _substituted(self, inside: int, closing: str, end: int) -> Placed:
        """The marker of a command's output; the commands themselves are read too."""
        begin = self._at
        self._at = inside
        self._until(closing)
        # Only the command is named: what it is given may be a secret.
        shown = " ".join(self._text[inside : min(self._at, inside + MOST_IN_BRACES)].split()[:1])
        self._at = min(self._at + 1, max(end, self._at))
        return standing(marker(shown), begin, max(self._at, begin + 1))

    def _matching(self, at: int, signs: re.Pattern[str]) -> int:
        """Behind the bracket that closes the one at an offset; just behind that one where none near it does."""
        depth = 0
        if self._unmatched > MOST_UNMATCHED:
            return at + 1
        for found in signs.finditer(self._text, at, at + MOST_IN_BRACES):
            depth += 1 if found.group() in "{(" else -1
            if depth == 0:
                return found.end()
        self._unmatched += 1
        return at + 1

    def _closing_of_ansi(self, at: int) -> int:
        for found in re.compile(r"\\.|'", re.DOTALL).finditer(self._text, at):
            if found.group() == "'":
                return found.start()
        return -1

    def _ansi(self, begin: int, end: int) -> Iterator[Placed]:
        for escape in _ANSI.finditer(self._text, begin, end):
            yield literal(self._text, begin, escape.start())
            rest = escape.group()[1:]
            number = int(rest, 8) if rest.isdigit() and rest[0] < "8" else None
            if rest[0] == "x" and len(rest) > 1:
                number = int(rest[1:], 16)
            meant = _ANSI_MEANS.get(rest, rest) if number is None else chr(number)
            yield standing(meant, escape.start(), escape.end())
            begin = escape.end()
        yield literal(self._text, begin, end)
