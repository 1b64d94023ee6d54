"""Layout by Graphviz where it is installed: the only door of its package."""

import re
import subprocess

_SECONDS = 10
_HEAD = re.compile(r"\A.*?(?=<svg)|<!--.*?-->\n?", re.DOTALL)


def laid_out(dot_text: str) -> str | None:
    """DOT text as SVG by the `dot` program; None where it is missing, fails, or takes more than ten seconds.

    The document type and comments are dropped, so that nothing refers outside.
    """
    import graphviz  # noqa: PLC0415  costs start-up, and only this layout needs it

    command = [str(graphviz.DOT_BINARY), "-Tsvg"]
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, the text goes in by its standard input
            command, input=dot_text.encode(), capture_output=True, check=True, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return _HEAD.sub("", done.stdout.decode())
