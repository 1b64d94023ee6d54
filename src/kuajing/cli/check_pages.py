"""The page of a check: what it does, why it matters, what to do."""

import inspect
import sys

from kuajing.checks import CHECKS
from kuajing.messages import LANGUAGES, message


def page(name: str, language: str) -> str:
    """The page of the check of that name: its title in the language asked for, then what its module says of itself."""
    languages = LANGUAGES if language not in LANGUAGES else (language,)
    titles = [message(f"report.check.{name}", one) for one in languages]
    check = next((check for check in CHECKS if check.name == name), None)
    text = "" if check is None else inspect.getdoc(sys.modules[check.run.__module__]) or ""
    body = text.partition("\n")[2].strip("\n")
    return "\n".join([name, *titles, *(("", body) if body else ())]) + "\n"
