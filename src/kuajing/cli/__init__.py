"""Commands, exit codes; the only printer."""

import gc
import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from kuajing import __version__
from kuajing.cli.saying import default_language, refusal

COMMANDS = {
    "init": "starting",
    "check": "checking",
    "where": "asking",
    "whence": "asking",
    "transfers": "telling",
    "explain": "telling",
    "diagram": "drawing",
    "export": "exporting",
    "law": "law_pages",
    "lineage": "lineages",
    "classify": "engines",
    "locate": "engines",
    "assess": "assessing",
}
"""Each command and the module of this package that holds it; a module is loaded when its command is asked for."""

INTERNAL_ERROR = 4
INTERRUPTED = 130


class Commands(click.Group):
    """A group that loads a command's module when the command is asked for, so that starting stays light."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands in the order people meet them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of that name, None where there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"{__name__}.{COMMANDS[cmd_name]}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)  # noqa: S101  the table above names nothing else
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; a word that names none is told with what may be meant."""
        word = args[0]
        if word in COMMANDS or word.startswith("-"):
            return super().resolve_command(ctx, args)
        language = default_language()
        if os.path.isdir(word):  # noqa: PTH112  pathlib would cost every start
            raise refusal("folder_for_command", language, folder=word)
        near = get_close_matches(word, COMMANDS, n=3) or list(COMMANDS)
        raise refusal("no_command", language, found=word, near=", ".join(near))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kuajing")
def kuajing() -> None:
    """Map where data goes and check every transfer out of mainland China 跨境.

    `kuajing check` is right with no options: it reads the folder it stands in.
    """


def main() -> None:
    """Run the command line and leave with its exit code; an error of our own is never taken for a finding."""
    # A run makes many values and few circles of them: looking for circles less often saves a tenth of the time.
    gc.set_threshold(50_000, 20, 50)
    try:
        code = kuajing.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001  the last door: a fault of ours leaves with its own exit code
        from kuajing.cli.faults import tell  # noqa: PLC0415  only a fault needs it

        tell(error)
        sys.exit(INTERNAL_ERROR)
    sys.exit(code or 0)
