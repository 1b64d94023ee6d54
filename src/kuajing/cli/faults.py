"""What a person sees when kuajing itself fails: never a result, always where to find the details."""

import tempfile
import traceback
from pathlib import Path

import click

from kuajing.messages import message
from kuajing.source.credentials import without_credentials


def tell(error: Exception) -> None:
    """Save the traceback to a file of its own, secrets masked, and say where it is."""
    details = without_credentials("".join(traceback.format_exception(error)))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="kuajing-", suffix=".log", delete=False
    ) as file:
        file.write(details)
    values = (("problem", f"{type(error).__name__}"), ("file", str(Path(file.name))))
    click.echo(message("command.internal_error", "en", values), err=True)
