"""Nothing shows whether a rule of the organisation itself is met.

**What it does.** Reports each demand of the organisation's own rules (`settings: rules`) of which a declared transfer
shows neither that it is met nor that it is not, with the facts that would tell.

**Why it matters.** A missing fact is not no: a rule that cannot be checked is not met by silence.

**What to do.** Declare the facts listed, or have the rule ask for what the estate can show.

无法判断组织内部规则是否满足。

**检查什么。** 逐项报告已申报的出境活动中，内部规则（`settings: rules`）是否满足无法判断的情形，并列出可以据以判断的事实。

**为何重要。** 没有申报不等于否：无法核对的规则不因沉默而视为满足。

**如何处置。** 申报所列事实，或者让规则只要求可以证明的事项。
"""

from collections.abc import Iterator
from dataclasses import replace

from kuajing.checks.about_transfer import about
from kuajing.checks.evidence import leaving, terms
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.policies import NAMED
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for judgement in leaving(analysis):
        transfer = judgement.transfer
        if transfer.leaves is not Truth.YES or transfer.status == "stopped":
            continue
        for demand in judgement.demands:
            if demand.met is Truth.UNKNOWN:
                found = about(
                    analysis,
                    judgement,
                    check=CHECK.name,
                    nature=Nature.UNKNOWN,
                    level=CHECK.level,
                    message="undetermined_policy",
                    values=(
                        ("demand", f"{NAMED}{demand.id}"),
                        ("key", demand.key),
                        ("unsettled", terms("fact", demand.unsettled)),
                    ),
                    citations=demand.citations,
                    detail=demand.id,
                )
                yield replace(found, subject=f"{transfer.id}#{demand.id}")


CHECK = Check("undetermined-policy", Level.WARN, _run, __doc__)
