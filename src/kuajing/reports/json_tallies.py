"""The people of each handler this year, and the lines that their pace reaches, as JSON."""

from kuajing.model.deadlines import Deadline
from kuajing.model.tally import HandlerTally, LineAhead
from kuajing.reports.json_values import interval, texts
from kuajing.source.nodes import Plain


def tally(of: HandlerTally, ahead: tuple[LineAhead, ...]) -> Plain:
    """One handler's count: the people, every transfer in or beside them with the article that says so, the lines ahead."""
    return {
        "handler": of.handler,
        "year": of.year,
        "ordinary": interval(of.ordinary),
        "sensitive": interval(of.sensitive),
        "transfers": [
            {
                "transfer": row.transfer,
                "standing": row.standing,
                "article": row.article,
                "ordinary": interval(row.ordinary),
                "sensitive": interval(row.sensitive),
            }
            for row in of.rows
        ],
        "lines_ahead": [_line(one) for one in ahead if one.handler == of.handler],
    }


def deadline(of: Deadline) -> Plain:
    """A day ahead, and the years through which it was counted without their holidays."""
    return {
        "id": of.id,
        "day": of.day.isoformat(),
        "about": of.about,
        "citations": texts(of.citations),
        "weekends_only": list[Plain](of.weekends_only),
    }


def _line(of: LineAhead) -> Plain:
    return {
        "counter": of.counter,
        "count": of.count,
        "earliest": None if of.earliest is None else of.earliest.isoformat(),
        "latest": None if of.latest is None else of.latest.isoformat(),
        "before": texts(of.before),
        "routes": texts(of.routes),
        "transfers": texts(of.transfers),
        "uncounted": texts(of.uncounted),
        "whole_year": of.whole_year,
        "citations": texts(of.citations),
    }
