"""What a person sees when kuajing itself fails: never a result, always where to find the details."""

import tempfile
import traceback

import click

from kuajing.cli.saying import default_language, said
from kuajing.source.credentials import without_credentials
from kuajing.source.errors import InputErrors


def save(error: BaseException) -> str | None:
    """Save the traceback to a file of its own, secrets masked, readable by its owner alone; None where none can be."""
    details = without_credentials("".join(traceback.format_exception(error)))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="kuajing-", suffix=".log", delete=False
        ) as file:
            file.write(details)
    except OSError:
        return None
    return file.name


def tell(error: BaseException, language: str | None = None) -> None:
    """Say that kuajing failed, and where the details are; a fault of a shipped file is told with its place."""
    language = language or default_language()
    if isinstance(error, InputErrors):
        from kuajing.cli.journeys import refused  # noqa: PLC0415  only a fault needs it

        click.echo(refused(error, language).message, err=True)
    file = save(error)
    problem = type(error).__name__
    if file is None:
        click.echo(said("internal_error_unsaved", language, problem=problem), err=True)
        click.echo(without_credentials("".join(traceback.format_exception(error))), err=True)
        return
    click.echo(said("internal_error", language, problem=problem, file=file), err=True)
