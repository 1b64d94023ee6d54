"""The names of handlers and recipients."""

from kuajing.model.declaration import Declaration
from kuajing.reports.characters import visible
from kuajing.reports.words import Words


def party_names(declaration: Declaration, words: Words) -> dict[str, str]:
    """Handlers and recipients by id, with the name to show: the one in the reader's language where there is one.

    A party that is declared as both may have its Chinese name in either place.
    """
    english: dict[str, str] = {}
    chinese: dict[str, str] = {}
    for handler in declaration.handlers:
        _add(english, handler.id, handler.name_en)
        _add(chinese, handler.id, handler.name_zh)
    for recipient in declaration.recipients:
        _add(english, recipient.id, recipient.name)
        _add(chinese, recipient.id, recipient.name_zh)
    handlers = {handler.id for handler in declaration.handlers}
    parties = handlers | {recipient.id for recipient in declaration.recipients}
    return {
        party: words.pair(
            (
                english.get(party) or chinese.get(party) or visible(party),
                chinese.get(party) or english.get(party) or visible(party),
            )
        )
        for party in sorted(parties)
    }


def _add(names: dict[str, str], party: str, name: str | None) -> None:
    if name:
        names[party] = name
