"""An acceptance meets no finding.

**What it does.** Reports acceptances whose check finds nothing at the place that they name.

**Why it matters.** It would accept the next finding at that place, which nobody has looked at.

**What to do.** Remove it.

接受没有对应的发现。

**检查什么。** 报告所针对的检查在所写位置没有任何发现的接受。

**为何重要。** 它会接受该位置今后出现、而无人看过的发现。

**如何处置。** 删除。
"""

from kuajing.model.declaration import Acceptance
from kuajing.model.findings import Finding, Level, Nature

UNUSED = "unused-acceptance"
LEVEL = Level.WARN
PAGE = __doc__


def finding(acceptance: Acceptance) -> Finding:
    """That an acceptance accepts nothing."""
    return Finding(
        check=UNUSED,
        nature=Nature.NOTICE,
        level=LEVEL,
        subject=f"{acceptance.check} {acceptance.at}",
        location=acceptance.location,
        message="finding.unused_acceptance",
        mend="mend.unused_acceptance",
        values=(("accepted_check", acceptance.check), ("at", acceptance.at)),
    )
