"""What each check reports, in one line, for formats that list checks beside findings."""

_TITLES = {
    "broad-acceptance": ("An acceptance covers more than anybody looked at", "接受的范围过宽"),
    "conflicting-location": (
        "A declared location is denied by the system's own address",
        "申报位置与系统自身地址不符",
    ),
    "contradicted-count": (
        "A count of people contradicts the data that is sent",
        "人数统计与所传输的数据矛盾",
    ),
    "contradictory-approvals": (
        "Approvals on record for one transfer contradict each other",
        "同一出境活动所登记的批准或备案相互矛盾",
    ),
    "date-ahead": ("A date comes before which something is to be done", "有应当在其之前办理事项的日期临近"),
    "expired-acceptance": ("An acceptance has expired", "接受已过期"),
    "group-splitting": (
        "Several companies of one group together cross a line that each stays below",
        "同一集团的多家公司合计越过各自均未达到的数量线",
    ),
    "lapsed-anonymisation": (
        "A declared anonymisation is over or lacks its sign-off",
        "申报的匿名化已失效或缺少签核",
    ),
    "lapsed-approval": ("A transfer rests on an approval that is over", "出境活动所依据的批准或备案已失效"),
    "low-coverage": ("Less is known than the declaration demands", "覆盖率低于申报要求"),
    "missing-mechanism": (
        "A live transfer runs without the mechanism that it requires",
        "出境活动缺少所需的出境路径",
    ),
    "outgrown-approval": (
        "A transfer has grown beyond the approval it rests on",
        "出境活动超出所依据批准或备案的范围",
    ),
    "planned-without-mechanism": (
        "A planned transfer will require a mechanism that is not on record",
        "计划中的出境活动尚无所需路径的记录",
    ),
    "prohibited-transfer": ("A transfer that no mechanism opens", "任何出境路径均不能放行的出境活动"),
    "stale-declaration": ("The files contradict a declared flow", "文件与申报的数据流矛盾"),
    "threshold-ahead": (
        "At the present pace a handler's people reach a line this year",
        "按目前速度，处理者今年内将达到数量线",
    ),
    "unchecked-rule": (
        "A rule touches the transfers of a handler, and nothing here checks it",
        "某项规则涉及处理者的出境活动，而本工具未作检查",
    ),
    "undeclared-crossing": (
        "Data leaves the mainland and no declared flow accounts for it",
        "数据出境而无对应申报",
    ),
    "undetermined-crossing": ("Nobody can tell whether data leaves the mainland", "无法判断数据是否出境"),
    "undetermined-duty": ("Nothing declared shows whether a duty is met", "申报未说明义务是否履行"),
    "undetermined-policy": (
        "Nothing shows whether a rule of the organisation itself is met",
        "无法判断组织内部规则是否满足",
    ),
    "undetermined-threshold": ("Counts of people straddle a threshold", "人数区间跨越法定数量线"),
    "undetermined-verdict": ("What is known does not decide the route", "已知情况不足以确定出境路径"),
    "unlocated-system": ("Nothing shows where a system stands", "无法确定系统所在位置"),
    "unmatched-name": ("A name in the declaration meets nothing", "申报中的名称没有对应对象"),
    "unmet-duty": ("A duty of a declared transfer is not shown to be met", "申报的出境活动有义务未见履行"),
    "unmet-policy": ("A rule of the organisation itself is not shown to be met", "组织内部规则未见满足"),
    "unproven-approval": (
        "Nothing shows that the approval covers the transfer",
        "无法证明批准或备案覆盖该出境活动",
    ),
    "unread-source": (
        "Something in the sources was not read, or only in part",
        "来源中有内容未读或仅读取部分",
    ),
    "unused-acceptance": ("An acceptance meets no finding", "接受没有对应的发现"),
}

MESSAGES: dict[str, tuple[str, str]] = {f"report.check.{check}": title for check, title in _TITLES.items()}
