"""What only a person can answer: one list, the answer that most findings wait for first."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding
from kuajing.model.labels import UNKNOWN_CONTENT
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.readers.declaration.proposal.names import dataset_id
from kuajing.readers.declaration.proposal.systems import files_of
from kuajing.readers.declaration.proposal.words import one_line

_HEAD = """
# Questions 待答问题, the one that most findings wait for first; their number stands in front 数字为等待该答案的事项数
"""
_ASKED = {
    "located": ("systems: {what}: located", "where does it stand? 位于何处？"),
    "owner": ("systems: {what}: handler or recipient", "whose is it? 归谁所有？"),
    "files": (
        "sources: paths {what}: system",
        "on which system do these files run? 这些文件在哪个系统运行？",
    ),
    "purpose": ("flows: from {what}", "why does it go there? 为何流向该处？"),
    "content": ("datasets: {what}: columns", "what do they hold? 字段是什么内容？"),
    "people": ("datasets: {what}: people", "how many, collected where? 多少人，在何处收集？"),
    "base": ("handlers: this-company: base", "in the mainland or abroad? 设在境内还是境外？"),
    "ciio": (
        "handlers: this-company: ciio",
        "an operator of critical infrastructure? 是否关键信息基础设施运营者？",
    ),
    "state_organ": ("handlers: this-company: state_organ", "an organ of state? 是否国家机关？"),
    "persons_held": (
        "handlers: this-company: persons_held",
        "of how many people is data held? 处理多少人的信息？",
    ),
}
_OF_HANDLER = {
    "handler.base": "base",
    "handler.ciio": "ciio",
    "handler.state_organ": "state_organ",
    "handler.pi_handled_total": "persons_held",
}
_OF_COUNTS = "data.ytd_persons."


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """`asks` is one of the kinds above, `what` the system, dataset or files asked about, empty for the handler."""

    asks: str
    what: str


def questions_of(analysis: Analysis, ids: Mapping[str, str]) -> tuple[tuple[Question, int], ...]:
    """Each question with how many findings wait for its answer, the most first."""
    waiting = _Waiting(analysis, ids)
    counted = Counter(question for finding in analysis.findings for question in set(waiting.for_(finding)))
    counted.update(waiting.of_uses())
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def questions_comment(questions: tuple[tuple[Question, int], ...]) -> list[str]:
    """The questions as a list in a comment; no lines where there is none."""
    lines = []
    for question, findings in questions:
        answer, asked = _ASKED[question.asks]
        lines.append(f"# {findings:>3}  {answer.format(what=one_line(question.what))}  {asked}")
    return [*_HEAD.rstrip("\n").split("\n"), *lines] if lines else []


class _Waiting:
    """Tells which answers a finding waits for."""

    def __init__(self, analysis: Analysis, ids: Mapping[str, str]) -> None:
        self._analysis = analysis
        self._ids = ids
        self._systems = {system.id: system for system in analysis.estate.systems}
        self._unknown = {
            system
            for system, placement in analysis.labelling.placements
            if placement.mainland is Truth.UNKNOWN
        }
        self._judgements = {judgement.transfer.id: judgement for judgement in analysis.judgements}

    def for_(self, finding: Finding) -> Iterator[Question]:
        """The questions whose answers would change a finding or do away with it."""
        if finding.subject in self._unknown:
            yield from self._place(finding.subject)
        judgement = self._judgements.get(finding.transfer or "")
        if judgement is not None:
            yield from self._of_transfer(judgement)

    def of_uses(self) -> Iterator[Question]:
        """Applications of which no file says where they run."""
        for use in self._analysis.estate.uses:
            if use.system is None:
                yield Question("files", use.location.path)

    def _place(self, system_id: str) -> Iterator[Question]:
        system = self._systems[system_id]
        if system.declared or system.endpoints:
            yield Question("located", self._ids.get(system_id, system_id))
        else:
            for pattern in files_of(system, self._analysis.estate.datasets):
                yield Question("files", pattern)

    def _of_transfer(self, judgement: Judgement) -> Iterator[Question]:
        transfer = judgement.transfer
        for crossing in transfer.crossings:
            for end in (crossing.source_system, crossing.target_system):
                if end in self._unknown:
                    yield from self._place(end)
                yield from self._owner(end)
            if transfer.leaves is Truth.YES and not transfer.flows:
                source = dataset_id(crossing.source, self._ids)
                target = self._ids.get(crossing.target_system, crossing.target_system)
                yield Question("purpose", f"{source} to {target}")
            if any(label.category == UNKNOWN_CONTENT for label in crossing.labels):
                yield Question("content", dataset_id(crossing.source, self._ids))
            if any(path.startswith(_OF_COUNTS) for path in judgement.verdict.unsettled):
                for trail in crossing.trails:
                    yield Question("people", dataset_id(trail.start.dataset, self._ids))
        for path in judgement.verdict.unsettled:
            if path in _OF_HANDLER:
                yield Question(_OF_HANDLER[path], "")

    def _owner(self, system_id: str) -> Iterator[Question]:
        system = self._systems.get(system_id)
        if (
            system is not None
            and not (system.handler or system.recipient)
            and (system.endpoints or system.declared)
        ):
            yield Question("owner", self._ids.get(system_id, system_id))
