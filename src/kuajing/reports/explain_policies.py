"""What an organisation's own rules ask of a transfer, as text, apart from what the law says."""

from collections.abc import Iterable, Mapping

from kuajing.model.analysis import Analysis
from kuajing.model.policies import FORBIDS, Demand
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.reports.characters import cells
from kuajing.reports.fact_words import fact_label
from kuajing.reports.spans import WIDTH, Line, entry, styled
from kuajing.reports.speaking import STYLES, Speaking

_ORDER = (Truth.NO, Truth.UNKNOWN, Truth.YES)

_Says = Mapping[str, tuple[str, str]]


def policy_lines(analysis: Analysis, judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    """The demands on a transfer, those not met first: what each says, where it stands, the facts, what would tell."""
    says = {name: said for policy in analysis.policies for name, said in policy.says}
    labels = {demand: speaking.words.term(_label(demand)) for demand in judgement.demands}
    width = max(map(cells, labels.values()), default=0)
    for demand in sorted(judgement.demands, key=lambda one: _ORDER.index(one.met)):
        body = _body(demand, says, speaking, WIDTH - width - 4)
        for place, line in enumerate(entry(labels[demand], width, 2, body)):
            yield (line[0], (line[1][0], STYLES[demand.met]), *line[2:]) if place == 0 else line


def _label(demand: Demand) -> str:
    is_forbidden = demand.kind == FORBIDS and demand.met is Truth.NO
    return "report.policy.forbidden" if is_forbidden else f"report.policy.{demand.met.value}"


def _body(demand: Demand, says: _Says, speaking: Speaking, room: int) -> tuple[Line, ...]:
    words = speaking.words
    said = dict.fromkeys(words.each(says.get(demand.id, (demand.id, demand.id))))
    lines = list(styled(said, room))
    for key in demand.citations:
        lines += styled(speaking.where(key), room, "quiet")
    if demand.read:
        lines += styled(speaking.facts_each(demand.read), room, "place")
    for one in words.apart() if demand.unsettled else ():
        named = one.listed(fact_label(path, one) for path in demand.unsettled)
        lines += styled((one.term("report.policy.settles", (("unsettled", named),)),), room, "unknown")
    return tuple(lines)
