"""The names of handlers and recipients."""

from kuajing.model.declaration import Declaration
from kuajing.reports.characters import visible
from kuajing.reports.words import Words


def party_names(declaration: Declaration, words: Words) -> dict[str, str]:
    """Handlers and recipients by id, with the name to show: the one in the reader's language where there is one."""
    names: dict[str, str] = {}
    for handler in declaration.handlers:
        english, chinese = handler.name_en or handler.name_zh, handler.name_zh or handler.name_en
        names[handler.id] = words.pair((english or handler.id, chinese or handler.id))
    for recipient in declaration.recipients:
        names[recipient.id] = visible(recipient.name or recipient.id)
    return names
