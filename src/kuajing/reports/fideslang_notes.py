"""What an estate says that fideslang has no word for, as comments in both languages at the top of the file."""

from collections.abc import Iterator

from kuajing import __version__
from kuajing.messages import LANGUAGES, message
from kuajing.model.analysis import Analysis
from kuajing.model.labels import UNKNOWN_CONTENT, is_personal
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.fideslang_purposes import purposes_left_out, subjects_left_out
from kuajing.taxonomies import fides_words

Note = tuple[str, tuple[tuple[str, str], ...]]


def notes(analysis: Analysis) -> list[str]:
    """Comment lines, each said in English and in Chinese."""
    told = (_made(analysis), *_columns(analysis), *_systems(analysis), *_purposes(analysis))
    return [f"# {_line(message(key, language, values))}" for key, values in told for language in LANGUAGES]


def _made(analysis: Analysis) -> Note:
    return "report.fideslang.made", (("version", __version__), ("day", analysis.on.isoformat()))


def _columns(analysis: Analysis) -> Iterator[Note]:
    every = [one for _, one in analysis.labelling.classifications]
    unknown = sum(one.category == UNKNOWN_CONTENT for one in every)
    if unknown:
        yield "report.fideslang.unknown", (("count", str(unknown)),)
    words = fides_words()
    wider = []
    for category in sorted({one.category for one in every if is_personal(one.category)}):
        key = words.key(category)
        meaning = words.meaning(key) if key is not None else None
        if meaning is None or meaning.category != category:
            wider.append(f"{category} → {key or '?'}")
    if wider:
        yield "report.fideslang.wider", (("pairs", "; ".join(wider)),)
    important = sum(bool(one.important) for one in every)
    important += sum(one.important is not None for _, one in analysis.estate.declared)
    if important:
        yield "report.fideslang.important", (("count", str(important)),)


def _systems(analysis: Analysis) -> Iterator[Note]:
    unlocated = [name for name, place in analysis.labelling.placements if not place.jurisdiction]
    yield "report.fideslang.places", ()
    if unlocated:
        yield "report.fideslang.unlocated", (("systems", "; ".join(unlocated)),)
    unknown = sorted({one.source for one in analysis.system_moves if one.leaves is Truth.UNKNOWN})
    if unknown:
        yield "report.fideslang.abroad_unknown", (("systems", "; ".join(unknown)),)


def _purposes(analysis: Analysis) -> Iterator[Note]:
    for purpose, flows in purposes_left_out(analysis.estate.flows).items():
        key = "report.fideslang.no_use" if purpose else "report.fideslang.no_purpose"
        yield key, (("purpose", purpose), ("flows", "; ".join(flows)))
    subjects = subjects_left_out(analysis)
    if subjects:
        yield "report.fideslang.no_subject", (("subjects", "; ".join(subjects)),)


def _line(text: str) -> str:
    return visible(" ".join(text.split()))
