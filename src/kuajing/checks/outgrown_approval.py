"""A transfer has grown beyond the approval it rests on.

**What it does.** Compares each live transfer that requires a mechanism with its approval: categories, people, onward
recipients, and reports what lies outside, naming what grew.

**Why it matters.** A contract must be redone, and an assessment or certificate sought again, when what is sent is no
longer what was approved.

**What to do.** Take out what grew, or renew the approval with the wider scope.

出境活动超出所依据批准或备案的范围。

**检查什么。** 把需要出境路径、正在进行的出境活动与所依据的批准或备案逐项比对（类别、人数、再转移接收方），报告超出的部分并指明增加了什么。

**为何重要。** 所传输的内容与批准或备案时不同的，应当重新订立合同并备案，或者重新申报评估、申请认证。

**如何处置。** 撤下超出的部分，或者按新的范围重新办理。
"""

from collections.abc import Iterable, Iterator

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.mechanisms import grown_beyond
from kuajing.checks.seam import Check
from kuajing.checks.violations import OUTGROWN
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.transfers import Judgement, Shortfall
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        found = [violation for violation in judgement.verdict.violations if violation.id in OUTGROWN]
        grown = grown_beyond(analysis, judgement) if judgement.transfer.status == "live" else ()
        if not found and not grown:
            continue
        approval = judgement.coverage[0].approval if judgement.coverage else "?"
        named = ", ".join(one.respect for one in grown) or terms("violation", (one.id for one in found))
        yield about(
            analysis,
            judgement,
            check=CHECK.name,
            nature=Nature.VIOLATION,
            level=CHECK.level,
            message="outgrown_approval",
            values=(
                ("approval", approval),
                ("grown", named),
                *(value for one in grown for value in one.values),
            ),
            citations=tuple(sorted({one for violation in found for one in violation.citations}))
            or _open_articles(judgement)
            or judgement.verdict.citations,
            detail=f"{approval}: {' '.join(value for one in grown for _, value in one.values)}",
            outside=frozenset(_categories(grown)),
        )


def _open_articles(judgement: Judgement) -> tuple[str, ...]:
    """The articles on what has outgrown its approval that hold on a route which is still open."""
    asked = {f"violation.{one}" for one in OUTGROWN}
    steps = judgement.verdict.reasoning
    return tuple(
        sorted(
            {step.citation for step in steps if step.asked in asked and step.answer is not Truth.NO} - {""}
        )
    )


def _categories(grown: Iterable[Shortfall]) -> Iterator[str]:
    """The categories that grew."""
    for shortfall in grown:
        yield from filter(None, dict(shortfall.values).get("grown_categories", "").split(", "))


CHECK = Check("outgrown-approval", Level.BLOCK, _run, __doc__)
