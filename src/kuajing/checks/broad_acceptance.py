"""An acceptance covers more than anybody looked at.

**What it does.** Reports acceptances whose `at` is nothing but a pattern for everything (`*`, `**`) or is a pattern that
meets more than five findings, with the number of findings they hide.

**Why it matters.** It accepts findings that nobody has looked at, today's and those to come.

**What to do.** Accept the findings one by one: `at` takes the subject, the transfer, the file, or the place as printed.

接受的范围过宽。

**检查什么。** 报告 `at` 仅为匹配一切的通配符（`*`、`**`），或者以通配符对应五项以上发现的接受，并写明其所隐去的数量。

**为何重要。** 它接受了无人查看过的发现，包括今后出现的。

**如何处置。** 逐项接受：`at` 可写发现的对象、出境活动、文件，或者所显示的位置。
"""

from kuajing.model.declaration import Acceptance
from kuajing.model.findings import Finding, Level, Nature

BROAD = "broad-acceptance"
LEVEL = Level.WARN
PAGE = __doc__

_MOST = 5
"""A pattern that meets more findings than this was hardly made for each of them."""


def is_broad(acceptance: Acceptance, met_by_pattern: int) -> bool:
    """Whether an acceptance is a pattern for everything, or one that meets many findings."""
    return bool(met_by_pattern) and (not acceptance.at.strip("*") or met_by_pattern > _MOST)


def finding(acceptance: Acceptance, met: int) -> Finding:
    """How many findings an acceptance hides."""
    return Finding(
        check=BROAD,
        nature=Nature.NOTICE,
        level=LEVEL,
        subject=f"{acceptance.check} {acceptance.at}",
        location=acceptance.location,
        message="finding.broad_acceptance",
        mend="mend.broad_acceptance",
        values=(("accepted_check", acceptance.check), ("at", acceptance.at), ("number", str(met))),
    )
