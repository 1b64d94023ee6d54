"""What the command line says, in the reader's language."""

import os

import click

from kuajing.messages import LANGUAGES, message
from kuajing.messages.carets import visible

BOTH = "both"


def default_language() -> str:
    """The language of the reader: KUAJING_LANG, else the locale, else English."""
    said_first = ("KUAJING_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((os.environ[name] for name in said_first if os.environ.get(name)), "").lower()
    return next((language for language in (*LANGUAGES, BOTH) if wanted.startswith(language)), LANGUAGES[0])


def language_of(context: click.Context | None) -> str:
    """The language that the command was asked to speak, as far as it is known by now."""
    asked = context.params.get("language") if context is not None else None
    return asked if isinstance(asked, str) else default_language()


def said(key: str, language: str, **values: str) -> str:
    """A sentence of the command line; for `both` one line in each language."""
    languages = LANGUAGES if language == BOTH else (language,)
    safe = tuple((name, visible(value)) for name, value in values.items())
    return "\n".join(dict.fromkeys(message(f"command.{key}", one, safe) for one in languages))


class Refused(click.ClickException):
    """Something that cannot be done as asked. The text says what and what to do, so no usage is printed over it."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Print the text alone to the error stream."""
        del file
        click.echo(self.message, err=True)


def refusal(key: str, language: str, **values: str) -> Refused:
    """A refusal in one sentence of the command line."""
    return Refused(said(key, language, **values))
