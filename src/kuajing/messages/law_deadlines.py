"""Days ahead: what each is, and what to do before it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "deadline.contract_filing": ("the last day to file the contract", "合同备案的最后一日"),
    "deadline.bay_area_contract_filing": (
        "the last day to file the contract of the bay area",
        "大湾区标准合同备案的最后一日",
    ),
    "deadline.contract_effective": (
        "the first export is planned, and the contract has to be in force before it: that day",
        "计划首次出境、合同须在此之前生效之日",
    ),
    "deadline.pipia_stale": (
        "the last day on which the impact assessment is fresh enough to file with",
        "影响评估可用于备案的最后一日",
    ),
    "deadline.certificate_end": ("the last day of the certificate", "认证证书有效期的最后一日"),
    "deadline.certificate_renewal": (
        "the last day to apply for renewal of the certificate",
        "申请认证续期的最后一日",
    ),
    "deadline.assessment_end": (
        "the last day of the assessment and of applying for its extension",
        "评估结果有效期的最后一日（亦为申请延期的最后一日）",
    ),
    "deadline.extension_opens": (
        "the first day of the window to apply for an extension of the assessment",
        "可以申请延长评估结果有效期的第一日",
    ),
    "deadline.extended_assessment_end": (
        "the last day of the extended assessment",
        "延期后评估结果有效期的最后一日",
    ),
    "deadline.self_assessment_stale": (
        "the last day on which the self-assessment is fresh enough to apply with",
        "自评估可用于申报的最后一日",
    ),
    "deadline.assessment_objection": (
        "the last day to object to the result of the assessment",
        "对评估结果申请复评的最后一日",
    ),
    "deadline.important_application": (
        "the last day to apply for the assessment of the important data that was notified or published",
        "就已告知或者公布的重要数据申报安全评估的最后一日",
    ),
    "deadline.important_annual_report": (
        "the last day to report the yearly risk assessment of important data again",
        "再次报送年度重要数据风险评估报告的最后一日",
    ),
    "deadline.automotive_annual_report": (
        "the last day of the annual report on automotive data",
        "报送年度汽车数据安全管理情况的最后一日",
    ),
    "deadline.minors_audit": (
        "the last day to report last year's audit of minors' data",
        "报送上一年度未成年人个人信息合规审计情况的最后一日",
    ),
    "deadline.audit": ("the last day to audit compliance again", "再次开展合规审计的最后一日"),
    "deadline.officer_filing": (
        "the last day to file the protection officer",
        "报送个人信息保护负责人信息的最后一日",
    ),
    "deadline.approval_expires": ("the last day that the document states", "文件所载的最后一日"),
    "deadline.acceptance_expires": ("the last day of the acceptance", "接受的最后一日"),
    "deadline.anonymisation_expires": (
        "the last day of the anonymisation's sign-off",
        "匿名化签核的最后一日",
    ),
    "deadline.records_end": (
        "the last day on which records of what the recipient got are kept",
        "向该接收方提供数据的记录的保存期限最后一日",
    ),
    "deadline.today": ("today", "即今日"),
    "deadline.tomorrow": ("tomorrow", "即明日"),
    "deadline.in_days": ("in {days} days", "还有 {days} 天"),
    "deadline.weekends_only": (
        "; counted with weekends only, the holidays of {years} are not in the data",
        "；{years} 年的节假日尚无数据，仅按周末计算",
    ),
    "ahead.ordinary": ("ordinary data", "一般个人信息"),
    "ahead.sensitive": ("sensitive data", "敏感个人信息"),
    "ahead.on_day": ("on {latest}", "于 {latest} "),
    "ahead.between": ("between {earliest} and {latest}", "于 {earliest} 至 {latest} 之间"),
    "ahead.at_earliest": (
        "on {earliest} at the earliest, if at all this year",
        "最早于 {earliest}（今年是否达到尚不能断定）",
    ),
    "ahead.at_latest": ("on {latest} at the latest, perhaps already", "最迟于 {latest}（可能已经达到）"),
    "ahead.whole_year": (
        ", and what was sent earlier this year comes into it",
        "，当年此前出境的数量一并纳入",
    ),
    "ahead.uncounted": (
        "; not counted, and taken as anything up to their stock: {uncounted}",
        "；尚无统计、按存量上限计：{uncounted}",
    ),
    "prepare.contract_filing": (
        "File it and record the day as `filed` under `dates`.",
        "完成备案，并将日期登记为 `dates` 下的 `filed`。",
    ),
    "prepare.bay_area_contract_filing": (
        "File it and record the day as `filed` under `dates`.",
        "完成备案，并将日期登记为 `dates` 下的 `filed`。",
    ),
    "prepare.contract_effective": (
        "Bring the contract into force first and record the day as `effective`, or put the first export off.",
        "先使合同生效并将日期登记为 `effective`，或者推迟首次出境。",
    ),
    "prepare.pipia_stale": (
        "File before then, or renew the impact assessment and record its day as `pipia_completed`.",
        "在此之前备案，或者重新完成影响评估并登记 `pipia_completed`。",
    ),
    "prepare.certificate_end": (
        "Obtain the renewed certificate and record it, or plan the end of the flow.",
        "取得续期后的证书并登记，或者安排停止该数据流。",
    ),
    "prepare.certificate_renewal": (
        "Apply and record the day as `renewal_applied`.",
        "提出申请，并将日期登记为 `renewal_applied`。",
    ),
    "prepare.assessment_end": (
        "Apply for the extension and record it under `extension`, apply for a new assessment, or plan the end of the flow.",
        "申请延期并登记在 `extension` 下，重新申报评估，或者安排停止该数据流。",
    ),
    "prepare.extension_opens": (
        "Gather what the extension asks for: growth, changes and incidents since the result.",
        "准备延期所需材料：结果出具以来的规模增长、变化和事件情况。",
    ),
    "prepare.extended_assessment_end": (
        "Apply for a new assessment in good time, or plan the end of the flow.",
        "及时重新申报评估，或者安排停止该数据流。",
    ),
    "prepare.self_assessment_stale": (
        "Apply before then and record the day as `applied`, or renew the self-assessment.",
        "在此之前申报并登记 `applied`，或者重新自评估。",
    ),
    "prepare.assessment_objection": (
        "Decide whether to object, or stop what was refused.",
        "决定是否申请复评，或者停止未获通过的出境。",
    ),
    "prepare.important_application": (
        "Apply and record the assessment with its `applied` day under `approvals`.",
        "提出申报，并在 `approvals` 下登记该评估及 `applied` 日期。",
    ),
    "prepare.important_annual_report": (
        "Report it to the competent authority and record the new day under the handler.",
        "向主管部门报送，并在处理者下登记新的日期。",
    ),
    "prepare.audit": (
        "Audit compliance and record the new day under the handler.",
        "开展合规审计，并在处理者下登记新的日期。",
    ),
    "prepare.automotive_annual_report": ("Report it to the competent authority.", "向主管部门报送。"),
    "prepare.minors_audit": ("Finish the audit and report it.", "完成审计并报送。"),
    "prepare.officer_filing": (
        "File name and contact and record the day as `officer.filed_on`.",
        "报送姓名和联系方式，并登记 `officer.filed_on`。",
    ),
    "prepare.approval_expires": (
        "Renew it and record the new dates, or plan the end of the flow.",
        "续办并登记新的日期，或者安排停止该数据流。",
    ),
    "prepare.acceptance_expires": (
        "Mend the cause, or accept it again with a new reason and date.",
        "消除原因，或者以新的理由和日期重新接受。",
    ),
    "prepare.anonymisation_expires": ("Review it and record the new dates.", "复核并登记新的日期。"),
    "prepare.records_end": (
        "See whether the data is still provided, and keep the records longer.",
        "确认是否仍在提供数据，并延长记录保存期限。",
    ),
}
