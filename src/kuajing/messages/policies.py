"""What is said of an organisation's own rules: faults of their files, findings, facts that only they ask, words of reports."""

MESSAGES: dict[str, tuple[str, str]] = {
    "policies.root": (
        "`{folder}` is no folder of its own. Put the organisation's own rules into a folder under the root and name that.",
        "`{folder}` 不是单独的文件夹。请把内部规则放在根目录下的一个文件夹中，并写明该文件夹。",
    ),
    "policies.link": (
        "`{folder}` lies behind a link, and links are not followed, so its rules would not be read. Name the folder by its own path.",
        "`{folder}` 位于链接之后；链接不予跟随，其中的规则不会被读取。请使用文件夹自身的路径。",
    ),
    "policies.empty": (
        "No rule was found in `{folder}`. Correct the path, or write `instrument.yaml` and `article-….yaml` there (docs/policies.md).",
        "`{folder}` 中没有任何规则。请更正路径，或者在其中编写 `instrument.yaml` 和 `article-….yaml`（见 docs/policies.md）。",
    ),
    "policies.file": (
        "This file lies in `{folder}` and is none of the rules there, so it would not be read. Name it `instrument.yaml`, `article-….yaml` or `conditions.yaml`, or move it elsewhere.",
        "此文件位于 `{folder}`，但不属于其中的规则，不会被读取。请命名为 `instrument.yaml`、`article-….yaml` 或者 `conditions.yaml`，或者移到别处。",
    ),
    "policies.unread": (
        "A rule of the organisation would not be read. {why}",
        "内部规则未能读取。{why}",
    ),
    "finding.forbidden_by_policy": (
        "{transfer} is forbidden by the organisation's own rule {key}: {demand}.",
        "{transfer} 为内部规则 {key} 所禁止：{demand}。",
    ),
    "mend.forbidden_by_policy": (
        "Stop it, or ask whoever answers for the rule. The law's own answer stands apart from it.",
        "停止该出境活动，或者询问规则的负责人。法律的结论与此分列。",
    ),
    "finding.unmet_policy": (
        "{transfer} is not in order with the organisation's own rule {key}: {demand}.",
        "{transfer} 不符合内部规则 {key}：{demand}。",
    ),
    "mend.unmet_policy": (
        "Bring it in order with the rule and record that, or have whoever answers for the rule change it.",
        "使其符合该规则并登记，或者由规则的负责人修改规则。",
    ),
    "finding.planned_policy": (
        "{transfer} is planned, and as it stands it will not be in order with the organisation's own rule {key}: {demand}.",
        "{transfer} 处于计划状态，按现状将不符合内部规则 {key}：{demand}。",
    ),
    "mend.planned_policy": (
        "Bring it in order with the rule before it goes live, or have whoever answers for the rule change it.",
        "在上线之前使其符合该规则，或者由规则的负责人修改规则。",
    ),
    "finding.undetermined_policy": (
        "Nothing shows whether {transfer} is in order with the organisation's own rule {key}: {demand}. What would tell: {unsettled}.",
        "无法判断 {transfer} 是否符合内部规则 {key}：{demand}。可据以判断的事实：{unsettled}。",
    ),
    "mend.undetermined_policy": (
        "Declare it, or have the rule ask for what the estate can show.",
        "予以申报，或者让规则只要求可以证明的事项。",
    ),
    "fact.transfer.sent_by": (
        "who sends (`datasets: handler`, `systems: handler`)",
        "提供方（`datasets: handler`、`systems: handler`）",
    ),
    "fact.transfer.sent_to": ("who receives (`systems: recipient`)", "接收方（`systems: recipient`）"),
    "fact.transfer.received_in": (
        "where the data is received and the recipient is based (`systems: located`, `recipients: jurisdiction`)",
        "接收地与接收方所在法域（`systems: located`、`recipients: jurisdiction`）",
    ),
    "fact.transfer.carries": (
        "the categories that are sent, all columns named (`datasets: columns`)",
        "所传输的类别，字段均已列明（`datasets: columns`）",
    ),
    "fact.transfer.passed_on_to": (
        "whom the recipient passes data on to (`recipients: onward_to`)",
        "接收方向何方再提供（`recipients: onward_to`）",
    ),
    "fact.transfer.people.ordinary": (
        "people of this transfer without sensitive data (`counts: ordinary`)",
        "本出境活动中非敏感个人信息的人数（`counts: ordinary`）",
    ),
    "fact.transfer.people.sensitive": (
        "people of this transfer with sensitive data (`counts: sensitive`)",
        "本出境活动中敏感个人信息的人数（`counts: sensitive`）",
    ),
    "fact.transfer.pipia_completed": (
        "the day of the impact assessment (`flows: compliance: pipia`)",
        "个人信息保护影响评估完成日（`flows: compliance: pipia`）",
    ),
    "fact.transfer.declares.approval.approver": (
        "who approved is on record (`approvals: approver`)",
        "已登记批准人（`approvals: approver`）",
    ),
    "fact.transfer.declares.approval.reference": (
        "the approval's reference is on record (`approvals: reference`)",
        "已登记批准或备案编号（`approvals: reference`）",
    ),
    "fact.transfer.declares.dataset.owner": (
        "every dataset sent from has an owner on record (`datasets: owner`)",
        "所提供的各数据集均已登记负责人（`datasets: owner`）",
    ),
    "fact.transfer.declares.dataset.retention": (
        "every dataset sent from has its retention on record (`datasets: retention`)",
        "所提供的各数据集均已登记保存期限（`datasets: retention`）",
    ),
    "fact.transfer.declares.flow.legal_basis": (
        "the legal basis is on record (`flows: legal_basis`)",
        "已登记合法性基础（`flows: legal_basis`）",
    ),
    "fact.transfer.declares.flow.since": (
        "the day the flow began is on record (`flows: since`)",
        "已登记数据流开始日（`flows: since`）",
    ),
    "fact.transfer.declares.handler.officer": (
        "the handler's protection officer is on record (`handlers: officer`)",
        "已登记个人信息保护负责人（`handlers: officer`）",
    ),
    "fact.transfer.declares.notice_art39.file": (
        "the file of the notice is on record (`flows: compliance: notice_art39: file`)",
        "已登记告知文件（`flows: compliance: notice_art39: file`）",
    ),
    "fact.transfer.declares.pipia.file": (
        "the file of the impact assessment is on record (`flows: compliance: pipia: file`)",
        "已登记影响评估文件（`flows: compliance: pipia: file`）",
    ),
    "fact.transfer.declares.recipient.audit_rights": (
        "the contract gives rights of audit (`recipients: contract: audit_rights`)",
        "合同约定审计权（`recipients: contract: audit_rights`）",
    ),
    "fact.transfer.declares.recipient.breach_notice_hours": (
        "hours for telling of a breach are fixed (`recipients: contract: breach_notice_hours`)",
        "已约定泄露通知时限（`recipients: contract: breach_notice_hours`）",
    ),
    "fact.transfer.declares.recipient.contact": (
        "the recipient's contact is on record (`recipients: contact`)",
        "已登记接收方联系方式（`recipients: contact`）",
    ),
    "fact.transfer.declares.recipient.contract.file": (
        "the file of the contract is on record (`recipients: contract: file`)",
        "已登记合同文件（`recipients: contract: file`）",
    ),
    "fact.transfer.declares.recipient.name": (
        "the recipient's name is on record (`recipients: name`)",
        "已登记接收方名称（`recipients: name`）",
    ),
    "fact.transfer.declares.recipient.onward_to": (
        "whom the recipient passes data on to is on record (`recipients: onward_to`)",
        "已登记接收方再提供的对象（`recipients: onward_to`）",
    ),
    "fact.transfer.declares.separate_consent.file": (
        "the file of the separate consent is on record (`flows: compliance: separate_consent: file`)",
        "已登记单独同意文件（`flows: compliance: separate_consent: file`）",
    ),
    "report.explain.policies": ("The organisation's own rules, beside the law", "组织内部规则（与法律分列）"),
    "report.policy.yes": ("met", "已满足"),
    "report.policy.no": ("not met", "未见满足"),
    "report.policy.unknown": ("not known", "无法判断"),
    "report.policy.forbidden": ("forbidden", "禁止"),
    "report.policy.settles": ("what would tell: {unsettled}", "可据以判断：{unsettled}"),
    "report.column.policies": ("own rules: {stands}", "内部规则：{stands}"),
    "report.row.policy": ("own rule", "内部规则"),
    "report.confidence.OWN": ("set by the organisation itself; it is no law", "组织自行制定，不是法律"),
}
