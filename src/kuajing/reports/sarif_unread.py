"""What was not read, and what was cut, as the tool notifications of SARIF."""

from kuajing.model.analysis import Analysis
from kuajing.reports.sarif_places import location, message
from kuajing.reports.text_summary import percent
from kuajing.reports.words import Names, Values, count, words_for
from kuajing.source.nodes import Plain

MOST_NOTIFICATIONS = 1000
_CUT = "report.sarif.cut_results"
_CUT_UNREAD = "report.sarif.cut_unread"
_BELOW = "report.sarif.below_floor"


def notifications(analysis: Analysis, cut_results: int, names: Names) -> list[Plain]:
    """One notification for each unread thing, each share below its floor, and each cut."""
    unread = analysis.estate.unread
    told: list[Plain] = []
    if cut_results:
        told.append(_notification(_CUT, (("count", count(cut_results)),), names))
    if len(unread) > MOST_NOTIFICATIONS:
        told.append(_notification(_CUT_UNREAD, (("count", count(len(unread) - MOST_NOTIFICATIONS)),), names))
    for share in analysis.coverage:
        if share.below_floor and share.floor is not None:
            values = (("share", share.name), ("known", percent(share)), ("floor", f"{share.floor * 100:g}%"))
            told.append(_notification(_BELOW, values, names))
    for fact in unread[:MOST_NOTIFICATIONS]:
        place: dict[str, Plain] = {"locations": [location(fact.location)]}
        told.append({**_notification(fact.reason, fact.values, names), **place})
    return told


def descriptors(analysis: Analysis) -> list[Plain]:
    """The ids that notifications may carry; what they say differs with each, so only ids are given."""
    keys = {fact.reason for fact in analysis.estate.unread[:MOST_NOTIFICATIONS]} | {_BELOW, _CUT, _CUT_UNREAD}
    return [{"id": key} for key in sorted(keys)]


def _notification(key: str, values: Values, names: Names) -> dict[str, Plain]:
    english, chinese = words_for("both", names).sentences(key, values)
    return {
        "descriptor": {"id": key},
        "level": "warning",
        "message": message(english),
        "properties": {"zh": chinese},
    }
