"""Checks as the rules of SARIF."""

from kuajing.reports.sarif_places import message
from kuajing.reports.words import Names, words_for
from kuajing.source.nodes import Plain


def rule(check: str, names: Names, home: str) -> Plain:
    """A check with what it reports, what to do, and the address of its page."""
    english, chinese = words_for("both", names).sentences(f"report.check.{check}")
    page = f"docs/checks.md#{check}"
    address: dict[str, Plain] = {"helpUri": f"{home.rstrip('/')}/{page}"} if home else {}
    text = f"{english} ({page})"
    return {
        "id": check,
        "name": "".join(part.capitalize() for part in check.split("-")),
        "shortDescription": message(english),
        "fullDescription": message(english),
        "help": {"text": text, "markdown": f"{english}\n\n{chinese}\n\n`{page}`"},
        **address,
        "properties": {"tags": ["cross-border", "data-transfer"], "zh": chinese},
    }
