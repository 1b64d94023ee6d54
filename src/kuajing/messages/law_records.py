"""Facts on record, such as evidence and approvals, each with the key of the declaration that settles it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "fact.legal_basis": (
        "the ground of handling (`flows: legal_basis`)",
        "合法性基础（`flows: legal_basis`）",
    ),
    "fact.claims": ("the exemptions claimed (`flows: claims`)", "主张的豁免（`flows: claims`）"),
    "fact.compliance.notice_art39": (
        "whether people were told (`flows: compliance: notice_art39`)",
        "是否已告知（`flows: compliance: notice_art39`）",
    ),
    "fact.compliance.notice_missing": (
        "what the notice lacks (`flows: compliance: notice_art39: missing`)",
        "告知缺项（`flows: compliance: notice_art39: missing`）",
    ),
    "fact.compliance.separate_consent": (
        "whether separate consent was obtained (`flows: compliance: separate_consent`)",
        "是否取得单独同意（`flows: compliance: separate_consent`）",
    ),
    "fact.compliance.consent_form": (
        "how consent was asked for (`flows: compliance: separate_consent: form`)",
        "同意形式（`flows: compliance: separate_consent: form`）",
    ),
    "fact.compliance.guardian_consent": (
        "whether a guardian agreed (`flows: compliance: guardian_consent`)",
        "监护人是否同意（`flows: compliance: guardian_consent`）",
    ),
    "fact.compliance.pipia_done": (
        "whether the impact assessment was made (`flows: compliance: pipia`)",
        "是否开展影响评估（`flows: compliance: pipia`）",
    ),
    "fact.compliance.d790_contract_and_records": (
        "contract with the recipient and records (`recipients: contract`)",
        "与接收方的合同及记录（`recipients: contract`）",
    ),
    "fact.compliance.hgr_filed": (
        "filing and backup of human genetic resource information (`flows: compliance`)",
        "人类遗传资源信息备案及备份（`flows: compliance`）",
    ),
    "fact.evidence.security_measures": (
        "security measures for data that leaves (`handlers: compliance: security_measures`)",
        "出境数据安全措施（`handlers: compliance: security_measures`）",
    ),
    "fact.evidence.incident_plan": (
        "the plan for remedying and reporting incidents (`handlers: compliance: incident_plan`)",
        "安全事件补救与报告预案（`handlers: compliance: incident_plan`）",
    ),
    "fact.evidence.audited": (
        "the day of the last compliance audit (`handlers: compliance: audit`)",
        "最近一次合规审计日期（`handlers: compliance: audit`）",
    ),
    "fact.evidence.security_officer": (
        "the officer and body for data security (`handlers: compliance: security_officer`)",
        "数据安全负责人和管理机构（`handlers: compliance: security_officer`）",
    ),
    "fact.evidence.local_storage": (
        "whether what is collected in the mainland is stored there (`handlers: compliance: local_storage`)",
        "境内收集的数据是否在境内存储（`handlers: compliance: local_storage`）",
    ),
    "fact.evidence.zone_filed": (
        "whether the use of the zone's list was filed (`handlers: compliance: zone_filing`)",
        "负面清单使用是否备案（`handlers: compliance: zone_filing`）",
    ),
    "fact.evidence.child_rules": (
        "rules of their own for children under fourteen (`handlers: compliance: child_rules`)",
        "未成年人专门处理规则（`handlers: compliance: child_rules`）",
    ),
    "fact.evidence.important_reported": (
        "whether possibly important data was identified and reported (`handlers: compliance: important_data_reported`)",
        "是否识别并申报可能的重要数据（`handlers: compliance: important_data_reported`）",
    ),
    "fact.evidence.important_annual_report": (
        "the day of the last yearly report on important data (`handlers: compliance: important_data_annual_report`)",
        "最近一次重要数据年度报告日期（`handlers: compliance: important_data_annual_report`）",
    ),
    "fact.evidence.self_assessment": (
        "the self-assessment before the application (`flows: compliance: self_assessment`)",
        "申报前的风险自评估（`flows: compliance: self_assessment`）",
    ),
    "fact.evidence.legal_document": (
        "the legal document with the recipient (`flows: compliance: legal_document`)",
        "与境外接收方订立的法律文件（`flows: compliance: legal_document`）",
    ),
    "fact.evidence.important_risk_assessed": (
        "the risk assessment made before important data is provided (`flows: compliance: important_data_risk_assessment`)",
        "提供重要数据前的风险评估（`flows: compliance: important_data_risk_assessment`）",
    ),
    "fact.mechanism.type": (
        "the mechanism on record (`approvals: mechanism`)",
        "出境路径记录（`approvals: mechanism`）",
    ),
    "fact.mechanism.effective": (
        "the day the contract took effect (`approvals: dates: effective`)",
        "合同生效日（`approvals: dates: effective`）",
    ),
    "fact.mechanism.filed": (
        "the day of filing (`approvals: dates: filed`)",
        "备案日（`approvals: dates: filed`）",
    ),
    "fact.mechanism.pipia_completed": (
        "the day the impact assessment was finished (`approvals: dates: pipia_completed`)",
        "影响评估完成日（`approvals: dates: pipia_completed`）",
    ),
    "fact.mechanism.text_altered": (
        "whether the official text was altered (`approvals: text_altered`)",
        "是否更改范本（`approvals: text_altered`）",
    ),
    "fact.mechanism.annex1_third_parties": (
        "the onward recipients in annex 1 (`approvals: covers: onward_to`)",
        "附录一所列再转移接收方（`approvals: covers: onward_to`）",
    ),
    "fact.mechanism.covers": (
        "the recipients covered (`approvals: covers: recipients`)",
        "覆盖的接收方（`approvals: covers: recipients`）",
    ),
    "fact.mechanism.recipients": ("the recipients that receive (`flows: to`)", "实际接收方（`flows: to`）"),
    "fact.mechanism.changed": ("what changed since (`approvals`)", "此后的变化（`approvals`）"),
    "fact.mechanism.redone": (
        "whether assessment, contract and filing were renewed (`approvals`)",
        "是否已重新评估、订立并备案（`approvals`）",
    ),
    "fact.mechanism.issued": (
        "the day the certificate was issued (`approvals: dates: issued`)",
        "证书签发日（`approvals: dates: issued`）",
    ),
    "fact.mechanism.body_listed": (
        "whether the certification body is recorded (`approvals: body`)",
        "认证机构是否已备案（`approvals: body`）",
    ),
    "fact.mechanism.scope_matches": (
        "whether the flow is inside the certified activity (`approvals: covers`)",
        "是否在认证范围内（`approvals: covers`）",
    ),
    "fact.mechanism.holder": ("who holds the certificate (`approvals`)", "证书持有人（`approvals`）"),
    "fact.mechanism.renewal_applied": (
        "the day renewal was applied for (`approvals: dates`)",
        "延续申请日（`approvals: dates`）",
    ),
    "fact.mechanism.regime": ("the certification scheme (`approvals`)", "认证制度（`approvals`）"),
    "fact.mechanism.applied": (
        "the day the assessment was applied for (`approvals: dates: applied`)",
        "评估申报日（`approvals: dates: applied`）",
    ),
    "fact.mechanism.result": (
        "the result of the assessment (`approvals: dates: result`)",
        "评估结果（`approvals: dates: result`）",
    ),
    "fact.mechanism.result_date": (
        "the day of the result (`approvals: dates: result`)",
        "评估结果日（`approvals: dates: result`）",
    ),
    "fact.mechanism.scope": (
        "the items assessed (`approvals: covers: categories`)",
        "评估的数据项（`approvals: covers: categories`）",
    ),
    "fact.mechanism.exported": ("the items sent", "实际出境的数据项"),
    "fact.mechanism.extension.applied": (
        "the day an extension was applied for (`approvals: dates: extension`)",
        "延期申请日（`approvals: dates: extension`）",
    ),
    "fact.mechanism.extension.growth_pct": (
        "growth forecast for the extension (`approvals`)",
        "延期期间增长预估（`approvals`）",
    ),
    "fact.mechanism.extension.important_growth_pct": (
        "growth of important data forecast for the extension (`approvals`)",
        "延期期间重要数据增长预估（`approvals`）",
    ),
    "fact.mechanism.extension.changed": (
        "what changed before the extension (`approvals`)",
        "延期前的变化（`approvals`）",
    ),
    "fact.mechanism.extension.incident": (
        "major incidents before the extension (`approvals`)",
        "延期前的重大事件（`approvals`）",
    ),
    "fact.mechanism.extension.granted": (
        "whether the extension was granted (`approvals`)",
        "是否同意延期（`approvals`）",
    ),
}
