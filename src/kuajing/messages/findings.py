"""Titles, sentences and mends of the checks."""

MESSAGES: dict[str, tuple[str, str]] = {
    "finding.undeclared_crossing": (
        "{categories} goes from {source} to {target} ({jurisdiction}) and no declared flow accounts for it; by what is known its route is: {routes}.",
        "{categories} 由 {source} 流向 {target}（{jurisdiction}），没有任何声明的数据流对应；按现有信息其路径为：{routes}。",
    ),
    "finding.undeclared_crossing_open": (
        "{categories} goes from {source} to {target} ({jurisdiction}) and no declared flow accounts for it; its route is open, possible: {routes}.",
        "{categories} 由 {source} 流向 {target}（{jurisdiction}），没有任何声明的数据流对应；路径未定，可能为：{routes}。",
    ),
    "mend.undeclared_crossing_open": (
        "Declare a flow from {source} with its purpose, legal basis and evidence, or take the movement out.",
        "为 {source} 申报数据流并写明目的、合法性基础和证据，或者撤下这一传输。",
    ),
    "finding.missing_mechanism_near": (
        "{transfer} requires {route}. {approval} is on record for the same parties, but it covers other purposes ({purposes}).",
        "{transfer} 需要{route}。{approval} 虽为相同双方登记，但所覆盖的目的不同（{purposes}）。",
    ),
    "mend.missing_mechanism_near": (
        "Extend {approval} to purpose {purpose}, obtain another mechanism, or correct the purpose where it is mistyped.",
        "将 {approval} 扩展至目的 {purpose}，另行取得出境路径，或者更正误写的目的。",
    ),
    "finding.nothing_found": (
        "No declaration and no source that any reader knows was found, so nothing can be said of where data goes.",
        "未发现申报文件，也没有可识别的来源，无法判断数据去向。",
    ),
    "mend.nothing_found": (
        "Run it in the folder that holds the sources, or write a first declaration with `kuajing init`.",
        "在来源文件所在的文件夹中运行，或者用 `kuajing init` 生成第一份申报。",
    ),
    "finding.unmatched_dataset": (
        "No source and no flow knows the dataset {name}.",
        "没有任何来源或数据流涉及数据集 {name}。",
    ),
    "mend.unmatched_dataset": ("Correct the name or remove it.", "更正名称或删除。"),
    "mend.undeclared_crossing": (
        "Declare a flow from {source} with its purpose, legal basis and evidence, or take the movement out.",
        "为 {source} 申报数据流并写明目的、合法性基础和证据，或者撤下这一传输。",
    ),
    "finding.tied_flows": (
        "{categories} goes from {source} to {target} ({jurisdiction}), and the flows {flows} account for it equally well, so its purpose is unknown; by what is known its route is: {routes}.",
        "{categories} 由 {source} 流向 {target}（{jurisdiction}），数据流 {flows} 同等对应，目的因而不明；按现有信息其路径为：{routes}。",
    ),
    "mend.tied_flows": (
        "Name the columns of each flow, or a nearer dataset under `from` or `to`, so that one of them is the narrower.",
        "在各数据流中写明字段，或者在 `from`、`to` 下写更近的数据集，使其中一个更窄。",
    ),
    "finding.missing_mechanism": (
        "{transfer} requires {route}, and nothing on record shows that it is in place.",
        "{transfer} 需要{route}，现有记录未能证明已经具备。",
    ),
    "mend.missing_mechanism": (
        "Stop the flow, or obtain the mechanism and record it under `approvals`.",
        "暂停该数据流，或者取得相应的出境路径并登记在 `approvals` 下。",
    ),
    "finding.contradictory_approvals": (
        "{transfer}: {approval} and {others} contradict each other on {about}; the stricter reading, that of {approval}, is used.",
        "{transfer}：{approval} 与 {others} 在以下方面相互矛盾：{about}；按较严的 {approval} 判断。",
    ),
    "mend.contradictory_approvals": (
        "Correct or remove the record that is wrong; where one replaced the other, give each its reference and the older one `expires`.",
        "更正或者删除有误的登记；属于以新换旧的，分别写明编号，并为旧的写明 `expires`。",
    ),
    "finding.threshold_ahead": (
        "{handler}: at the pace of its counts, {kind} of {line} people is reached {when}, now {people}; the route of {transfers} is then {routes} and no longer {before}{whole_year}{uncounted_too}.",
        "{handler}：按现有统计的速度，{kind}{when}达到 {line} 人，目前为 {people} 人；届时 {transfers} 的路径为{routes}，不再是{before}{whole_year}{uncounted_too}。",
    ),
    "mend.threshold_ahead": (
        "Prepare {routes} before then, or send fewer people's data; count again where the day is vague.",
        "在此之前准备{routes}，或者减少出境人数；日期不明确的，重新统计。",
    ),
    "finding.group_splitting": (
        "{handlers} of {group} each send the same kind of data to {recipient} for {purpose}: together {ordinary} ordinary and {sensitive} sensitive people, which would require {routes}; alone it is {alone}. Flagged, not judged: each counts for itself unless one business was divided.",
        "{group} 的 {handlers} 分别出于{purpose}向 {recipient} 提供同类数据：合计一般 {ordinary} 人、敏感 {sensitive} 人，将需要{routes}；各自则为{alone}。仅作提示，不作认定：未经拆分的，按法人分别累计。",
    ),
    "mend.group_splitting": (
        "Say under the handlers whether one business was divided (`group_split_artificial`), or accept this with the reason why they are apart.",
        "在处理者下写明是否属于拆分（`group_split_artificial`），或者写明各自独立的理由后接受。",
    ),
    "finding.group_splitting_open": (
        "{handlers} of {group} each send the same kind of data to {recipient} for {purpose}: together {ordinary} ordinary and {sensitive} sensitive people, so the whole may require {routes}; alone it is {alone}. Flagged, not judged: each counts for itself unless one business was divided.",
        "{group} 的 {handlers} 分别出于{purpose}向 {recipient} 提供同类数据：合计一般 {ordinary} 人、敏感 {sensitive} 人，合并后可能需要{routes}；各自则为{alone}。仅作提示，不作认定：未经拆分的，按法人分别累计。",
    ),
    "mend.group_splitting_open": (
        "Count the people of each, declare how their populations overlap, and say whether one business was divided (`group_split_artificial`).",
        "统计各自人数，写明人群的重叠关系，并写明是否属于拆分（`group_split_artificial`）。",
    ),
    "finding.date_ahead": (
        "{subject}: {deadline} is {day}, {left}{calendar}.",
        "{subject}：{deadline}为 {day}，{left}{calendar}。",
    ),
    "mend.date_ahead": ("{prepare}", "{prepare}"),
    "finding.lapsed_approval": (
        "{transfer} rests on {approval}, which no longer holds: {reason}.",
        "{transfer} 所依据的 {approval} 不再有效：{reason}。",
    ),
    "mend.lapsed_approval": (
        "Renew {approval} and record the new dates, or stop the flow.",
        "续办 {approval} 并登记新的日期，或者暂停该数据流。",
    ),
    "finding.outgrown_approval": (
        "{transfer} has grown beyond {approval}: {grown}.",
        "{transfer} 已超出 {approval} 的范围：{grown}。",
    ),
    "mend.outgrown_approval": (
        "Take out what grew, or redo the approval with the wider scope and record it.",
        "撤下超出的部分，或者按新的范围重新办理并登记。",
    ),
    "finding.unmet_duty": (
        "{transfer}: {violation}.",
        "{transfer}：{violation}。",
    ),
    "mend.unmet_duty": (
        "Do it and record the date and file under `compliance`, or under the handler, recipient or approval concerned.",
        "补做，并把日期和文件登记在 `compliance` 下，或者登记在相应的处理者、接收方或批准记录下。",
    ),
    "finding.unkept_duty": (
        "{transfer}: declared as not done: {duty}.",
        "{transfer}：申报文件表明未履行：{duty}。",
    ),
    "mend.unkept_duty": (
        "Do it and record the date and file under `compliance` of the handler or the flow.",
        "补做，并把日期和文件登记在该处理者或者该数据流的 `compliance` 下。",
    ),
    "finding.late_duty": (
        "{transfer}: dated {given}, after the data began to flow on {since}: {duty}.",
        "{transfer}：所登记日期 {given} 晚于数据开始流动之日 {since}：{duty}。",
    ),
    "mend.late_duty": (
        "Record the day on which it was first done, or correct `since`; where it did come late, accept this finding with the reason.",
        "登记首次履行之日，或者更正 `since`；确属逾期的，附理由接受此项发现。",
    ),
    "finding.incomplete_duty": (
        "{transfer}: {violation}: {missing}.",
        "{transfer}：{violation}：{missing}。",
    ),
    "mend.incomplete_duty": (
        "Add what is missing, tell people again, and record the new date and file without `missing`.",
        "补充缺项后重新告知，登记新的日期和文件，并删除 `missing`。",
    ),
    "finding.prohibited_transfer": (
        "{transfer} is a transfer that no mechanism opens: {violations}.",
        "{transfer} 属于任何出境路径都不能放行的出境活动：{violations}。",
    ),
    "mend.prohibited_transfer": ("Stop it and ask counsel.", "停止传输并咨询法律顾问。"),
    "finding.planned_without_mechanism": (
        "{transfer} is planned and will require {route}; no approval on record covers it.",
        "{transfer} 处于计划状态，上线前需要{route}；现有批准或备案记录均未覆盖。",
    ),
    "mend.planned_without_mechanism": (
        "Obtain the mechanism and record it under `approvals` before the flow goes live.",
        "在上线之前取得出境路径并登记在 `approvals` 下。",
    ),
    "finding.planned_outgrown": (
        "{transfer} is planned and will require {route}; {approval} does not reach as far: {grown}.",
        "{transfer} 处于计划状态，上线前需要{route}；{approval} 未覆盖：{grown}。",
    ),
    "mend.planned_outgrown": (
        "Take out what goes beyond, or renew the approval with the wider scope and record it before the flow goes live.",
        "在上线之前撤下超出的部分，或者按新的范围重新办理并登记。",
    ),
    "finding.planned_prohibited": (
        "{transfer} is planned, and no mechanism will open it.",
        "{transfer} 处于计划状态，而任何出境路径都不能放行。",
    ),
    "mend.planned_prohibited": ("Ask counsel before it goes live.", "在上线之前咨询法律顾问。"),
    "finding.planned_undeclared": (
        "{categories} is to go from {source} to {target} ({jurisdiction}), and no declared purpose accounts for it.",
        "{categories} 计划由 {source} 流向 {target}（{jurisdiction}），没有申报目的。",
    ),
    "mend.planned_undeclared": (
        "Declare its purpose, legal basis and evidence before it goes live.",
        "在上线之前申报其目的、合法性基础和证据。",
    ),
    "finding.undetermined_threshold": (
        "{transfer}: the people counted since 1 January ({ordinary} ordinary, {sensitive} sensitive) straddle a threshold; still possible: {routes}.",
        "{transfer}：自 1 月 1 日起累计人数（一般 {ordinary}，敏感 {sensitive}）跨越法定数量线；仍有可能的路径：{routes}。",
    ),
    "mend.undetermined_threshold": (
        "Measure the people of each flow and record them under `counts`, or bound the stock under `people`.",
        "统计各数据流涉及的人数并登记在 `counts` 下，或者在 `people` 下给出存量上限。",
    ),
    "finding.undetermined_verdict": (
        "{transfer}: what is declared does not decide the route; still possible: {routes}.",
        "{transfer}：现有申报不足以确定出境路径；仍有可能的路径：{routes}。",
    ),
    "mend.undetermined_verdict": ("Declare: {unsettled}.", "申报：{unsettled}。"),
    "finding.unproven_approval": (
        "{transfer} rests on {approval}, and nothing shows that it covers: {respects}.",
        "{transfer} 依据 {approval}，但未能证明其覆盖：{respects}。",
    ),
    "mend.unproven_approval": (
        "Complete `covers` and `dates` of {approval}, or the declaration of the transfer.",
        "补全 {approval} 的 `covers` 和 `dates`，或者补全该出境活动的申报。",
    ),
    "finding.undetermined_duty": (
        "{transfer}: nothing on record shows whether these are met: {unsettled}.",
        "{transfer}：没有记录说明以下事项是否完成：{unsettled}。",
    ),
    "mend.undetermined_duty": (
        "Record a date and file, or `no`, for each of them.",
        "逐项登记日期和文件，或者填写 `no`。",
    ),
    "finding.contradicted_count": (
        "{transfer}: the measured count says that nobody's sensitive data is sent, yet {sensitive_categories} is.",
        "{transfer}：统计称没有敏感个人信息出境，但实际包含 {sensitive_categories}。",
    ),
    "mend.contradicted_count": (
        "Measure again, or correct the category of the column under `datasets`.",
        "重新统计，或者在 `datasets` 下更正字段的类别。",
    ),
    "finding.unchecked_rule": (
        "Transfers of {handler} fall under rules that are described here and not checked: {keys}.",
        "{handler} 的出境活动涉及本工具仅作说明而未检查的规则：{keys}。",
    ),
    "mend.unchecked_rule": (
        "Read them with `kuajing law KEY`, and let counsel say what they ask.",
        "用 `kuajing law KEY` 查看，并由法律顾问确认要求。",
    ),
    "finding.undetermined_crossing": (
        "{categories} moves from {source} to {target}, and nothing shows on which side of the border {systems} stands.",
        "{categories} 由 {source} 流向 {target}，但无法确定 {systems} 位于境内还是境外。",
    ),
    "mend.undetermined_crossing": (
        "Declare `located` for {systems}.",
        "为 {systems} 申报 `located`。",
    ),
    "finding.unknown_content": (
        "Columns of unknown content go from {source} to {target} ({jurisdiction}): nobody named them, or they hold whole documents.",
        "内容不明的字段由 {source} 流向 {target}（{jurisdiction}）：未列明，或者其中存放整份文档。",
    ),
    "mend.unknown_content": (
        "Give the definition of {source} (a CREATE TABLE among the sources), or say under `datasets: columns` what they hold.",
        "提供 {source} 的表结构（在源文件中加入 CREATE TABLE），或者在 `datasets: columns` 下写明其内容。",
    ),
    "finding.unlocated_system": (
        "Nothing shows where {system} stands: {why}.",
        "无法确定 {system} 所在的法域：{why}。",
    ),
    "mend.unlocated_system": (
        "Declare the system with `located: provider/region` or a jurisdiction code.",
        "申报该系统，并写明 `located: 云厂商/地域` 或法域代码。",
    ),
    "finding.unplaced_datasets": (
        "Datasets of files that no `sources` rule places have no system, so nothing shows where they stand.",
        "部分文件没有对应的 `sources` 规则，其中的数据集没有所属系统，无法确定所在法域。",
    ),
    "mend.unplaced_datasets": (
        "Add a `sources` rule with `paths` and `system` for these files.",
        "为这些文件添加带有 `paths` 和 `system` 的 `sources` 规则。",
    ),
    "finding.conflicting_location": (
        "{system} is declared in {declared}, but its address proves {shown}; its location counts as unknown.",
        "{system} 申报位于 {declared}，但其地址表明位于 {shown}；所在法域按未知处理。",
    ),
    "mend.conflicting_location": (
        "Correct `located` or the endpoint.",
        "更正 `located` 或 endpoint。",
    ),
    "finding.conflicting_addresses": (
        "The addresses of {system} prove different places: {shown}; its location counts as unknown.",
        "{system} 的各个地址表明位于不同地点：{shown}；所在法域按未知处理。",
    ),
    "mend.conflicting_addresses": (
        "Declare a system for each of the addresses, with `located` and `endpoints`.",
        "为各个地址分别申报系统，写明 `located` 和 `endpoints`。",
    ),
    "finding.unread_file": ("The file was not read: {reason}", "文件未能读取：{reason}"),
    "mend.unread_file": (
        "Say how to read it in a `sources` rule, mend the file, or accept it with a reason.",
        "在 `sources` 规则中说明读取方式，或修正文件，或写明理由后接受。",
    ),
    "finding.unread_statement": ("The statement was not read: {reason}", "语句未能读取：{reason}"),
    "mend.unread_statement": (
        "Check the dialect in the `sources` rule, or declare the flow that the statement makes.",
        "检查 `sources` 规则中的方言，或者申报该语句形成的数据流。",
    ),
    "finding.unread_part": ("Read only in part: {reason}", "仅部分读取：{reason}"),
    "mend.unread_part": (
        "Give what is missing (a table definition, a values file), or declare the flow.",
        "补充缺失的内容（表结构或取值文件），或者申报该数据流。",
    ),
    "finding.stale_declaration": (
        "The files write {target}, but never from {source} as flow {flow} says.",
        "源文件写入 {target}，但来源并非数据流 {flow} 所申报的 {source}。",
    ),
    "mend.stale_declaration": (
        "Correct `from` and `to` of {flow}, or remove it.",
        "更正 {flow} 的 `from` 和 `to`，或者删除。",
    ),
    "finding.still_moves": (
        "The flow {flow} is declared `{status}`, but the files still move data from {source} to {target}.",
        "数据流 {flow} 申报为 `{status}`，但源文件仍将数据由 {source} 传输至 {target}。",
    ),
    "mend.still_moves": (
        "Take the movement out of the files, or correct `status` of {flow}.",
        "从源文件中撤下这一传输，或者更正 {flow} 的 `status`。",
    ),
    "finding.leaves_all_the_same": (
        "The flow {flow} is declared with the mode `{mode}`, but its data leaves the mainland from {source} to {target}.",
        "数据流 {flow} 申报的方式为 `{mode}`，但其数据由 {source} 传输至 {target}，离开了境内。",
    ),
    "mend.leaves_all_the_same": (
        "Correct `mode` of {flow}, or where its systems are located.",
        "更正 {flow} 的 `mode`，或者更正相关系统的位置。",
    ),
    "finding.unmatched_column": ("No source knows the column {name}.", "没有任何源文件包含字段 {name}。"),
    "mend.unmatched_column": ("Correct the name or remove it.", "更正名称或删除。"),
    "finding.unmatched_category": ("{name} is no category of the vocabulary.", "{name} 不是词表中的类别。"),
    "mend.unmatched_category": (
        "Use a category such as pi.basic.phone, or none.",
        "使用如 pi.basic.phone 的类别，或 none。",
    ),
    "finding.unmatched_check": ("There is no check named {name}.", "不存在名为 {name} 的检查。"),
    "mend.unmatched_check": ("Use a name listed in docs/checks.md.", "使用 docs/checks.md 中列出的名称。"),
    "finding.unmatched_zone": (
        "{name} names no area of which free trade zone lists are known; the list is not applied.",
        "{name} 不对应已知制定自由贸易试验区清单的地区，该清单未予适用。",
    ),
    "mend.unmatched_zone": (
        "Begin the name with the area, such as `shanghai-2025`, or write `none`.",
        "以地区开头命名，例如 `shanghai-2025`，或者写 `none`。",
    ),
    "finding.nothing_read": (
        "Of {total} sources that move data none could be read, so nothing can be said of where it goes.",
        "{total} 个涉及数据传输的来源均未能读取，无法判断数据去向。",
    ),
    "mend.nothing_read": (
        "Follow the findings about what was not read.",
        "先处理未读取的发现。",
    ),
    "finding.low_coverage": (
        "{share}: only {known} of {total}; the declared floor is {floor}.",
        "{share}：{total} 项中仅有 {known} 项，低于申报的下限 {floor}。",
    ),
    "mend.low_coverage": (
        "Follow the findings about what was not read or located, or lower the floor.",
        "先处理未读取或未定位的发现，或者调低下限。",
    ),
    "finding.lapsed_anonymisation": (
        "The anonymisation declared for {columns} of {dataset} is over or not signed off; the columns count as personal.",
        "{dataset} 的 {columns} 所申报的匿名化已过期或缺少签认；这些字段按个人信息处理。",
    ),
    "mend.lapsed_anonymisation": (
        "Review it and record method, person, day and expiry, or remove it.",
        "复核并登记方法、责任人、日期和有效期，或者删除。",
    ),
    "finding.expired_acceptance": (
        "The acceptance of {accepted_check} at {at} expired on {expires}; the finding counts again.",
        "对 {at} 的 {accepted_check} 的接受已于 {expires} 到期，相应发现重新计入。",
    ),
    "mend.expired_acceptance": (
        "Mend the cause, or accept it again with a new reason and date.",
        "消除原因，或者以新的理由和日期重新接受。",
    ),
    "finding.broad_acceptance": (
        "The acceptance of {accepted_check} at {at} hides findings nobody named one by one: {number}.",
        "对 {at} 的 {accepted_check} 的接受隐去了未逐项写明的发现，数量：{number}。",
    ),
    "mend.broad_acceptance": (
        "Accept the findings one by one, by subject, file or place as printed.",
        "按对象、文件或者所显示的位置逐项接受。",
    ),
    "finding.unused_acceptance": (
        "The acceptance of {accepted_check} at {at} meets no finding.",
        "对 {at} 的 {accepted_check} 的接受没有对应的发现。",
    ),
    "mend.unused_acceptance": ("Remove it.", "删除。"),
    "approval.handler_outside": ("another handler", "处理者不同"),
    "approval.handler_unknown": ("which handler it covers", "所覆盖的处理者"),
    "approval.recipient_outside": ("recipient {recipient} is not named in it", "接收方 {recipient} 未列入"),
    "approval.recipient_unknown": ("which recipients it covers", "所覆盖的接收方"),
    "approval.purpose_outside": ("purpose {purpose} is not named in it", "目的 {purpose} 未列入"),
    "approval.purpose_unknown": ("which purpose the transfer has", "出境目的"),
    "approval.category_outside": (
        "categories outside its scope: {grown_categories}",
        "超出范围的类别：{grown_categories}",
    ),
    "approval.category_unknown": ("the categories that are sent", "所传输的类别"),
    "approval.onward_outside": (
        "onward recipients not named in it: {onward}",
        "未列明的再转移接收方：{onward}",
    ),
    "approval.onward_unknown": ("onward recipients ({onward})", "再转移接收方（{onward}）"),
    "approval.persons_outside": (
        "{people} people, over its ceiling of {ceiling}",
        "涉及 {people} 人，超过其上限 {ceiling}",
    ),
    "approval.persons_unknown": (
        "the number of people ({people}, ceiling {ceiling})",
        "人数（{people}，上限 {ceiling}）",
    ),
    "approval.date_outside": ("it is not in force on {on}", "在 {on} 不在有效期内"),
    "approval.ended": ("it ended on {expires}", "已于 {expires} 截止"),
    "approval.date_unknown": ("from when it is in force", "生效日期"),
    "share.read": ("files and statements read", "已读取的文件和语句"),
    "share.located": ("systems located", "已定位的系统"),
    "share.classified": ("columns classified", "已分类的字段"),
    "share.counted": ("transfers counted", "已计数的出境活动"),
    "placement.contradiction": (
        "{declared} and {shown} cannot both be true",
        "{declared} 与 {shown} 不能同时成立",
    ),
    "placement.nothing": ("nothing is declared and no address is known", "未声明，也没有已知地址"),
}
