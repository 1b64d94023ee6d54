"""Points on which the law is unsettled, told in short beside the transfers that turn on them."""

from collections.abc import Iterable

from kuajing.model.transfers import Judgement
from kuajing.reports.characters import visible
from kuajing.reports.spans import WIDTH, Line, entry, styled
from kuajing.reports.words import Words, count


def contested_summary(judgements: Iterable[Judgement], words: Words) -> tuple[Line, ...]:
    """Each transfer that turns on a contested point: the points, and that the default reading was used."""
    touched = [one for one in judgements if one.verdict.contested_points]
    if not touched:
        return ()
    lines: list[Line] = [((f"{words.term('report.heading.contested')}  {count(len(touched))}", "heading"),)]
    for one in touched:
        points = one.verdict.contested_points
        key = "report.contested.one" if len(points) == 1 else "report.contested.several"
        texts = dict.fromkeys(
            each.term(
                key,
                (
                    ("count", count(len(points))),
                    ("points", each.joined(each.word("flag", point) for point in points)),
                ),
            )
            for each in words.apart()
        )
        lines += ((("  ", "plain"), (visible(one.transfer.id), "plain")),)
        lines += entry("", 0, 2, styled(texts, WIDTH - 4, "unknown"))
    return tuple(lines)
