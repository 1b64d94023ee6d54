"""A rule touches the transfers of a handler, and nothing here checks it.

**What it does.** Reports handlers whose transfers, by what is declared, fall under rules that kuajing describes and does not
check: rules of a field such as finance or health, yearly reports, rules of which only commentary is known.

**Why it matters.** The verdict says nothing of them; a route that is open may still be narrowed by a rule of the field.

**What to do.** Read the rules named with `kuajing law KEY`, and let counsel say what they ask.

某项规则涉及处理者的出境活动，而本工具未作检查。

**检查什么。** 报告按申报内容涉及、但本工具仅作说明而不检查的规则：金融、健康等领域的规则，年度报告，以及仅据评论资料所知的规则。

**为何重要。** 结论不包含这些规则；已有路径的出境活动仍可能受行业规则限制。

**如何处置。** 用 `kuajing law KEY` 查看所列规则，并由法律顾问确认要求。
"""

from collections.abc import Iterator

from kuajing.checks.evidence import leaving
from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Handler
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth


def _run(analysis: Analysis) -> Iterator[Finding]:
    for handler in analysis.declaration.handlers:
        keys = {
            key
            for judgement in leaving(analysis)
            if judgement.transfer.handler == handler.id and judgement.transfer.leaves is not Truth.NO
            for key in judgement.touched
        }
        if keys:
            yield _finding(handler, tuple(sorted(keys)))


def _finding(handler: Handler, keys: tuple[str, ...]) -> Finding:
    return Finding(
        check=CHECK.name,
        nature=Nature.NOTICE,
        level=CHECK.level,
        subject=handler.id,
        location=handler.location,
        message="finding.unchecked_rule",
        mend="mend.unchecked_rule",
        values=(("handler", handler.id), ("keys", ", ".join(keys))),
        citations=keys,
    )


CHECK = Check("unchecked-rule", Level.REPORT, _run, __doc__)
