"""An acceptance has expired.

**What it does.** Reports acceptances whose last day is past on the day asked; what they accepted is reported again.

**Why it matters.** An acceptance is a decision for a time; nobody has decided for the time since.

**What to do.** Mend the cause, or accept it again with a new reason and date.

接受已过期。

**检查什么。** 报告在所问之日已经过了最后一天的接受；其所接受的发现重新报告。

**为何重要。** 接受是有期限的决定；期限之后无人作出决定。

**如何处置。** 消除原因，或者以新的理由和日期重新接受。
"""

from datetime import date

from kuajing.model.declaration import Acceptance
from kuajing.model.findings import Finding, Level, Nature

EXPIRED = "expired-acceptance"
LEVEL = Level.WARN
PAGE = __doc__


def finding(acceptance: Acceptance) -> Finding:
    """That an acceptance is over."""
    expires = acceptance.expires.isoformat() if isinstance(acceptance.expires, date) else "?"
    return Finding(
        check=EXPIRED,
        nature=Nature.NOTICE,
        level=LEVEL,
        subject=f"{acceptance.check} {acceptance.at}",
        location=acceptance.location,
        message="finding.expired_acceptance",
        mend="mend.expired_acceptance",
        values=(("accepted_check", acceptance.check), ("at", acceptance.at), ("expires", expires)),
    )
