"""The page of all commands, made of their help texts: `python -m kuajing.cli.manual > docs/commands.md`."""

import sys

import click

from kuajing.cli import COMMANDS, kuajing
from kuajing.cli.law_days import diff_command

_HEAD = """\
# Commands

Made of the help texts by `python -m kuajing.cli.manual > docs/commands.md`; a test compares the two.

Results go to standard output, talk goes to the error stream. Colour and progress show on a terminal only; `NO_COLOR`
turns colour off, `FORCE_COLOR` turns it on. `KUAJING_LANG` (`en`, `zh`, `both`) sets the language where `--lang` does not.

What SQL texts said is kept for later runs in a file that only its owner can read: in the folder named by `--cache`, else by
`KUAJING_CACHE`, else in the user's cache folder. `--no-cache`, or `off` as the value of `KUAJING_CACHE`, keeps nothing. It holds
names and places of tables and columns, never a literal of a text, and may be deleted at any time.

| exit code | meaning |
|---|---|
| 0 | nothing at or above `--fail-on` |
| 1 | findings; they win over 3 |
| 2 | bad command line or declaration, or an output that cannot be written |
| 3 | no violation, but coverage below a declared floor or an undetermined crossing; of `lineage`: something stayed unread; of `assess`: an undetermined answer |
| 4 | an error of kuajing itself: no result, the details are saved to a file |
| 130 | interrupted |

`assess` leaves with 1 where a case is not shown to be in order, with 2 where one could not be read (the others are answered).

The four engines (`lineage` and `assess` with `--jsonl`) answer each line of standard input by one line of standard output, in the same order. An empty line, or
one that holds no JSON object, is answered by `{"id": null, "error": …}`.
"""
_WIDTH = 100


def manual() -> str:
    """The page as Markdown, the same on every machine."""
    blocks = []
    for name in COMMANDS:
        blocks.append(_block(f"kuajing {name}", _command(name)))
        if name == "law":
            blocks.append(_block("kuajing law diff", diff_command))
    return "\n".join([_HEAD, _block("kuajing", kuajing), *blocks])


def _command(name: str) -> click.Command:
    command = kuajing.get_command(click.Context(kuajing), name)
    assert command is not None  # noqa: S101  the table of commands names it
    return command


def _block(title: str, command: click.Command) -> str:
    context = click.Context(command, info_name=title, terminal_width=_WIDTH, max_content_width=_WIDTH)
    context.help_option_names = ["-h", "--help"]
    return f"## {title}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(manual().encode())
