"""The text of the declaration that is proposed: what was seen to leave, what to answer first, then the sections."""

from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.readers.declaration.proposal.datasets import datasets_section
from kuajing.readers.declaration.proposal.exits import exits_comment, exits_of, flows_section
from kuajing.readers.declaration.proposal.names import ids_of
from kuajing.readers.declaration.proposal.questions import questions_comment, questions_of
from kuajing.readers.declaration.proposal.systems import sources_section, systems_section

_HEAD = """\
# yaml-language-server: $schema=./.kuajing/declaration.schema.json
# Proposed from the files found. Each `unknown` is a question: answer it where you can, leave it where you cannot.
# 根据所见文件草拟。每个 `unknown` 都是一个问题：能回答的填上，不能回答的保留。"""
_HANDLERS = """
kuajing: 1

handlers: # who decides about the data 个人信息处理者
  this-company:
    base: unknown # mainland, or a jurisdiction code
    ciio: unknown # notified as operator of critical information infrastructure? 是否被认定为关键信息基础设施运营者
    state_organ: unknown # an organ of state? 是否国家机关？
    persons_held: unknown # people whose data is held now"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A declaration to begin with, and how many exits it suspects and questions it asks."""

    text: str
    exits: int
    questions: int


def propose(analysis: Analysis) -> Proposal:
    """A declaration that names the systems found, the datasets with personal columns, suspected exits and questions."""
    estate, labelling = analysis.estate, analysis.labelling
    found = sorted((system for system in estate.systems if not system.declared), key=lambda one: one.id)
    ids = ids_of(found)
    held = tuple(sorted(estate.datasets, key=lambda dataset: dataset.name))
    exits, questions = exits_of(analysis, ids), questions_of(analysis, ids)
    lines = [_HEAD, *exits_comment(exits), *questions_comment(questions), _HANDLERS]
    lines += systems_section(found, ids, dict(labelling.placements))
    lines += sources_section(found, ids, held)
    lines += datasets_section(held, estate.moves, ids, dict(labelling.classifications))
    lines += flows_section(exits)
    return Proposal("\n".join(lines).rstrip() + "\n", len(exits), len(questions))
