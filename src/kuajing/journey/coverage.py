"""How much of an estate is known: read, located, classified, counted."""

from collections.abc import Iterable

from kuajing.model.analysis import Share
from kuajing.model.declaration import Declaration
from kuajing.model.estate import Estate, Labelling
from kuajing.model.facts import ReadFact
from kuajing.model.labels import Outcome
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth


def coverage(
    declaration: Declaration,
    estate: Estate,
    labelling: Labelling,
    judgements: Iterable[Judgement],
    read: Iterable[ReadFact],
) -> tuple[Share, ...]:
    """The four shares with their floors, in the order of the journey."""
    floors = dict(declaration.settings.floors)
    return tuple(
        Share(name, known, total, floors.get(name))
        for name, (known, total) in (
            ("read", _read(estate, read)),
            ("located", _located(labelling)),
            ("classified", _classified(estate, labelling)),
            ("counted", _counted(judgements)),
        )
    )


def _read(estate: Estate, read: Iterable[ReadFact]) -> tuple[int, int]:
    """Statements and jobs read wholly, of all; a file that was not read counts as one that was not."""
    facts = tuple(read)
    known = sum(fact.resolved + fact.idle for fact in facts)
    files = sum(fact.grain == "file" for fact in estate.unread)
    return known, known + sum(fact.partial + fact.unread for fact in facts) + files


def _located(labelling: Labelling) -> tuple[int, int]:
    placements = [placement for _, placement in labelling.placements]
    return sum(one.mainland is not Truth.UNKNOWN for one in placements), len(placements)


def _classified(estate: Estate, labelling: Labelling) -> tuple[int, int]:
    """Columns whose category is sure, or surely none, of all; a dataset without columns counts as one unknown."""
    known = sum(one.outcome is not Outcome.CANDIDATE for _, one in labelling.classifications)
    unnamed = sum(not dataset.columns for dataset in estate.datasets)
    return known, len(labelling.classifications) + unnamed


def _counted(judgements: Iterable[Judgement]) -> tuple[int, int]:
    """Transfers whose people are bounded, of all that are, or may be, about people."""
    transfers = [judgement.transfer for judgement in judgements]
    about_people = [one for one in transfers if one.case.fact("data.personal") is not False]
    return sum(one.counted for one in about_people), len(about_people)
