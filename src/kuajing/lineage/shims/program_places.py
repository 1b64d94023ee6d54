"""Where a shell command sends its input or takes its output from: a server, a URI, a file, else the program itself."""

import re
from collections.abc import Sequence

from kuajing.lineage.endpoints import Place, file_place, host_place, server_place
from kuajing.lineage.shims.program_clients import client_place
from kuajing.source.command_secrets import without_command_secrets
from kuajing.source.shell_words import ShellWord, programs, shell_words

_URI = re.compile(r"(?i)\b(?:s3[an]?|oss|cosn?|obs|tos|gs|hdfs|wasbs?|abfss?|s?ftp|https?)://[^\s'\"|;]+")
_SERVER_URL = re.compile(
    r"(?i)(?<![\w:])(?:jdbc:[a-z0-9]+(?::[a-z]+)*:|(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|clickhouse|amqps?|ssh|rsync|tcp)://)[^\s'\"|;]+"
)
_REGION = re.compile(r"(?i)\s--region(?:\s+|=)['\"]?([\w-]+)")
_ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)=(.*)", re.DOTALL)
_SOCKET = re.compile(r"/dev/(?:tcp|udp)/([^/\s]+)/(\d+)")
_WRAPPERS = frozenset(
    {"env", "sudo", "nohup", "time", "exec", "nice", "command", "stdbuf", "timeout", "sshpass"}
)
_SHELLS = frozenset({"sh", "bash", "zsh", "dash", "ksh"})
_VALUED_BY_WRAPPERS = {
    "sshpass": {"-p", "-f", "-d", "-P"},
    "sudo": {"-u", "-g", "-h"},
    "env": {"-u"},
    "nice": {"-n"},
}
_DURATION = re.compile(r"\d+[smhd]?")
_FILE_PROGRAMS = frozenset({"cat", "zcat", "gunzip", "tee", "gzcat", "bzcat", "xzcat", "zstdcat"})


def program_name(command: str) -> str:
    """The name of the table that a program stands for: the command as written, its secrets taken out."""
    return f"program:{without_command_secrets(command)}"


def program_place(command: str) -> Place:
    """The place a shell command sends to or reads from; its program's own name where it names none."""
    uri = _URI.search(command)
    if uri:
        named, region = file_place(without_command_secrets(uri.group())), _REGION.search(command)
        # The user that was taken out leaves its mask before the host.
        return Place(named.kind, named.address.replace("***@", ""), region[1] if region else None)
    url = _SERVER_URL.search(command)
    if url:
        return server_place(url.group())
    words = shell_words(command)
    parts = programs(words)
    return (
        next((place for part in parts if (place := _server_of(part)) is not None), None)
        or _redirected(words)
        or next((place for part in parts if (place := _file_of(part)) is not None), None)
        or Place("program", _first_name(parts))
    )


def _run(part: Sequence[ShellWord]) -> tuple[str, list[str], dict[str, str]]:
    """The program that one part of a pipe runs, its words, and the variables set for it."""
    values = [word.value for word in part]
    variables: dict[str, str] = {}
    wrapper, awaited = "", False
    for position, value in enumerate(values):
        assigned = _ASSIGNMENT.fullmatch(value)
        name = value.rpartition("/")[2]
        if awaited:
            awaited = False
        elif assigned is not None:
            variables[assigned[1]] = assigned[2]
        elif name in _WRAPPERS:
            wrapper = name
        elif wrapper and value.startswith("-"):
            awaited = value in _VALUED_BY_WRAPPERS.get(wrapper, ())
        elif not (wrapper == "timeout" and _DURATION.fullmatch(value)):
            return value, values[position + 1 :], variables
    return "", [], variables


def _server_of(part: Sequence[ShellWord]) -> Place | None:
    program, values, variables = _run(part)
    name = program.rpartition("/")[2].removesuffix(".exe")
    if name in _SHELLS and "-c" in values[:-1]:
        inner = program_place(values[values.index("-c") + 1])
        return inner if inner.kind != "program" else None
    return client_place(name, values, variables)


def _redirected(words: Sequence[ShellWord]) -> Place | None:
    """The file behind `>` or `<`, or the socket that bash takes for one."""
    for position, word in enumerate(words[:-1]):
        target = words[position + 1].value
        if not word.is_operator or not re.search(r"[<>]", word.raw) or word.raw.startswith("2"):
            continue
        socket = _SOCKET.fullmatch(target)
        if socket is not None:
            return host_place("tcp", socket[1], socket[2])
        if not target.startswith(("/dev/", "$", "&")):
            return file_place(target)
    return None


def _file_of(part: Sequence[ShellWord]) -> Place | None:
    program, values, _ = _run(part)
    name = program.rpartition("/")[2]
    path = next((value for value in values if value.startswith("/") and not value.startswith("/dev/")), None)
    return file_place(path) if name in _FILE_PROGRAMS and path is not None else None


def _first_name(parts: Sequence[Sequence[ShellWord]]) -> str:
    """The program's own name as written, never an assignment before it."""
    return next((name for part in parts if (name := without_command_secrets(_run(part)[0]))), "program")
