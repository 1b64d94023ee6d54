"""Nothing shows where a system stands.

**What it does.** Reports systems that hold or receive data and whose location is neither declared nor proven by an
address, once for each system. Datasets of sources that no rule places are reported as the system `unplaced`.

**Why it matters.** A system without a location can be on either side of the border; it is never taken for the mainland.

**What to do.** Declare `located` for the system, or add a `sources` rule that names the system of the files.

无法确定系统所在位置。

**检查什么。** 报告存有或者接收数据、位置既未申报也不能由地址证明的系统，每个系统一条。没有规则归属的源文件中的数据集，合为系统 `unplaced` 报告。

**为何重要。** 位置不明的系统可能位于境内，也可能位于境外，从不视为位于境内。

**如何处置。** 为该系统申报 `located`，或者添加写明文件所属系统的 `sources` 规则。
"""

from collections.abc import Iterator

from kuajing.checks.seam import Check
from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level, Nature
from kuajing.model.truth import Truth
from kuajing.source.location import Location


def _run(analysis: Analysis) -> Iterator[Finding]:
    placements = dict(analysis.labelling.placements)
    for system in analysis.estate.systems:
        placement = placements[system.id]
        if placement.mainland is not Truth.UNKNOWN or placement.evidence == "contradiction":
            continue
        message = "unlocated_system" if system.declared or system.endpoints else "unplaced_datasets"
        yield Finding(
            check=CHECK.name,
            nature=Nature.UNKNOWN,
            level=CHECK.level,
            subject=system.id,
            location=system.locations[0] if system.locations else Location("."),
            message=f"finding.{message}",
            mend=f"mend.{message}",
            values=(("system", system.label), ("why", placement.why), *placement.values),
            related=system.locations[1:],
        )


CHECK = Check("unlocated-system", Level.WARN, _run, __doc__)
