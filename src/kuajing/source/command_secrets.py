"""Shell commands with the secrets in their options, assignments and addresses taken out."""

import re
from collections.abc import Iterator, Sequence

from kuajing.source.secret_names import is_secret_name
from kuajing.source.secret_spans import Span, secret_spans
from kuajing.source.shell_words import ShellWord, programs, shell_words

_MASK = "***"
_ASSIGNED = re.compile(r"(?P<dashes>-{0,2})(?P<name>[A-Za-z_][\w.\-]*)=(?P<value>.+)", re.DOTALL)
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_LONG = re.compile(r"--?(?P<name>[A-Za-z_][\w.\-]+)")
# The marker keeps the first name of the command from being taken for a line of a settings file.
_MARKER = "$ "
_GLUED = {
    "p": re.compile(r"(?:mysql|mariadb)\w*|7za?|sshpass|rar|unrar|mongo\w*"),
    "P": re.compile(r"sqlcmd|bcp|osql|isql|zip|unzip"),
    "a": re.compile(r"redis-cli|valkey-cli"),
    "w": re.compile(r"ldap\w+|vsql|nzsql|nzload"),
    "k": re.compile(r"openssl"),
}
"""Short options whose value is a password, by the programs that mean it so; the value stands behind or apart."""
_NAMES_A_PORT = re.compile(
    r"(?:ssh|scp|sftp|rsync|psql|pg_\w+|nc|ncat|netcat|redis-cli|mkdir|cp|mv|tar|ps|install|docker|gzip|pigz|unzip|tee|git|python\d*|nmap|cqlsh)"
)
"""Programs whose `-p` is anything but a password."""
_APART_ONLY = re.compile(r"(?:mysql|mariadb)\w*|7za?|rar|unrar")
"""Programs that take the password without a blank: what follows a bare `-p` is their next word."""
_USER_WITH_PASSWORD = re.compile(r"[^:%,/\s]*[:%,].*|[^:%,/\s]+/.+@.*", re.DOTALL)
_HEADER = re.compile(
    r"""(?:-H|--(?:proxy-)?header=)?["']?[\w-]*(?:auth|key|token|secret|session|cookie|signature)[\w-]*\s*:\s*
    (?P<value>.+?)["']*""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_WHOLE = re.compile(r"--?(?:password|passphrase|pass|passin|passout|oauth2-bearer|cookie|proxy-header)")
"""Options that name no secret by the rules of settings, yet hold one."""
_USER_OPTIONS = re.compile(r"(?:-[uU]|--(?:user|proxy-user|username|login))")
_WRAPPERS = frozenset(
    {"env", "sudo", "nohup", "time", "exec", "nice", "command", "stdbuf", "timeout", "sshpass"}
)


def without_command_secrets(command: str) -> str:
    """The command with each secret in it replaced by `***`; all else as written."""
    parts: list[str] = []
    end = 0
    for begin, following in _spans(command):
        if begin < end:
            end = max(end, following)
            continue
        parts += [command[end:begin], _MASK]
        end = following
    return "".join([*parts, command[end:]])


def _spans(command: str) -> list[Span]:
    found = set(_of_programs(command))
    marked = _MARKER + command.replace("\n", " ")
    signs = [word.start for word in shell_words(command) if word.is_operator]
    for marked_begin, marked_end in secret_spans(marked):
        begin, end = marked_begin - len(_MARKER), marked_end - len(_MARKER)
        # No secret goes on behind a pipe or redirection that stands outside quotes.
        found.add((begin, next((len(command[:sign].rstrip()) for sign in signs if begin < sign < end), end)))
    return _joined(sorted(found))


def _joined(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for begin, end in spans:
        if found and begin < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def _of_programs(command: str) -> Iterator[Span]:
    words = shell_words(command)
    for word in words:
        inner = word.raw[1:-1]
        if word.raw[0] in "'\"" and re.search(r"\s", inner) and len(inner) < len(command):
            yield from ((begin + word.start + 1, end + word.start + 1) for begin, end in _spans(inner))
    for part in programs(words):
        yield from _of_program(part)


def _of_program(words: Sequence[ShellWord]) -> Iterator[Span]:
    program = ""
    for position, word in enumerate(words):
        follower = words[position + 1] if position + 1 < len(words) else None
        if not word.raw.startswith("-") and not _ASSIGNMENT.match(word.raw):
            name = word.value.rpartition("/")[2].lower()
            # What a wrapper runs is the program from there on.
            program = name if not program or program in _WRAPPERS else program
        yield from _of_word(word, follower, program)
        if program in {"sqlplus", "sqlldr", "exp", "expdp", "imp", "impdp"} and re.match(
            r"[^/\s]+/[^@\s]+@", word.value
        ):
            yield word.start, word.start + word.raw.rindex("@")


def _of_word(word: ShellWord, follower: ShellWord | None, program: str) -> Iterator[Span]:
    assigned = _ASSIGNED.fullmatch(word.raw)
    if assigned is not None and is_secret_name(assigned["name"]):
        yield word.start + assigned.start("value"), word.end
        return
    if assigned is not None and _USER_OPTIONS.fullmatch(assigned["dashes"] + assigned["name"]):
        if _USER_WITH_PASSWORD.fullmatch(assigned["value"]):
            yield word.start + assigned.start("value"), word.end
        return
    long = _LONG.fullmatch(word.raw)
    is_long = long is not None and is_secret_name(long["name"]) and word.raw[:2] == "--"
    if follower is not None and (is_long or _WHOLE.fullmatch(word.raw) or _is_cookie(word, program)):
        yield follower.start, follower.end
        return
    if _USER_OPTIONS.fullmatch(word.raw):
        if follower is not None and _USER_WITH_PASSWORD.fullmatch(follower.value):
            yield follower.start, follower.end
        return
    if word.raw[:2] in {"-u", "-U"} and _USER_WITH_PASSWORD.fullmatch(word.value[2:]):
        yield word.start + 2, word.end
        return
    header = _HEADER.fullmatch(word.raw)
    if header is not None:
        yield word.start + header.start("value"), word.start + header.end("value")
        return
    yield from _of_short_option(word, follower, program)


def _is_cookie(word: ShellWord, program: str) -> bool:
    """Whether the next word is what curl sends as cookies, or a certificate with its password."""
    return program == "curl" and word.raw in {"-b", "-E", "--cert"}


def _of_short_option(word: ShellWord, follower: ShellWord | None, program: str) -> Iterator[Span]:
    letter = word.raw[1:2] if word.raw.startswith("-") else ""
    means = _GLUED.get(letter)
    if means is None:
        return
    is_known = means.fullmatch(program) is not None
    if len(word.raw) > len("-p"):
        if is_known and not word.raw.startswith("--"):
            yield word.start + 2, word.end
        return
    if (
        follower is None
        or follower.raw.startswith("-")
        or (is_known and letter == "p" and _APART_ONLY.fullmatch(program))
    ):
        return
    is_doubtful = letter == "p" and not follower.value.isdigit() and not _NAMES_A_PORT.fullmatch(program)
    if is_known or is_doubtful:
        yield follower.start, follower.end
