"""Facts the law asks for, each with the key of the declaration that settles it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "fact.handler.base": (
        "where the handler is established (`handlers: base`)",
        "处理者设立地（`handlers: base`）",
    ),
    "fact.handler.pipl_a3_2": (
        "whether a handler abroad aims at people in the mainland (`handlers: base` and `flows: purpose`)",
        "境外处理者是否以境内自然人为对象（`handlers: base` 与 `flows: purpose`）",
    ),
    "fact.handler.representative_in_china": (
        "whether a representative in the mainland is named and filed (`handlers: representative`)",
        "是否已指定并报送境内代表（`handlers: representative`）",
    ),
    "fact.handler.ciio": (
        "whether the handler was notified as operator of critical information infrastructure (`handlers: ciio`)",
        "是否被通知为关键信息基础设施运营者（`handlers: ciio`）",
    ),
    "fact.handler.ciio_notified": (
        "the notification as operator of critical information infrastructure (`handlers: ciio_notified_on`)",
        "关键信息基础设施运营者的通知（`handlers: ciio_notified_on`）",
    ),
    "fact.handler.state_organ": (
        "whether the handler is a state organ (`handlers: state_organ`)",
        "是否为国家机关（`handlers: state_organ`）",
    ),
    "fact.handler.sector": ("the regulated activity (`handlers: sector`)", "所属行业（`handlers: sector`）"),
    "fact.handler.city": ("the registered city (`handlers: city`)", "注册城市（`handlers: city`）"),
    "fact.handler.ftz": (
        "the free trade zone (`handlers: zone: list`)",
        "所在自贸试验区（`handlers: zone: list`）",
    ),
    "fact.handler.ftz_list_position": (
        "how the data stands to the zone's list (`handlers: zone: position`)",
        "数据相对于清单的位置（`handlers: zone: position`）",
    ),
    "fact.handler.pi_handled_total": (
        "how many people's data the handler holds (`handlers: persons_held`)",
        "处理者现存个人信息人数（`handlers: persons_held`）",
    ),
    "fact.handler.pi_deleted": ("people whose data was deleted", "已删除信息的人数"),
    "fact.handler.pipo_threshold_reached": (
        "the day one million people were reached (`handlers: officer`)",
        "达到一百万人之日（`handlers: officer`）",
    ),
    "fact.handler.pipo_filed": (
        "the day the protection officer was filed (`handlers: officer: filed_on`)",
        "个人信息保护负责人报送日（`handlers: officer: filed_on`）",
    ),
    "fact.handler.group_members": (
        "affiliates that send the same data (`handlers: group`)",
        "提供同类数据的关联公司数（`handlers: group`）",
    ),
    "fact.handler.group_split_artificial": (
        "whether one business is split (`handlers: group`)",
        "是否人为拆分业务（`handlers: group`）",
    ),
    "fact.recipient.jurisdiction": (
        "where the data is received (`recipients: jurisdiction`, `systems: located`)",
        "数据接收地（`recipients: jurisdiction`、`systems: located`）",
    ),
    "fact.recipient.city": ("the recipient's city (`recipients: city`)", "接收方城市（`recipients: city`）"),
    "fact.recipient.physical_location": (
        "where the people who open the data sit (`systems: located` of the workplace)",
        "访问人员所在地（工作场所的 `systems: located`）",
    ),
    "fact.recipient.role": ("the recipient's role (`recipients: role`)", "接收方角色（`recipients: role`）"),
    "fact.recipient.on_restricted_list": (
        "whether the recipient is on the restricted list (`recipients: restricted_list`)",
        "接收方是否在限制清单内（`recipients: restricted_list`）",
    ),
    "fact.recipient.onward_to": (
        "to whom the recipient passes data on (`recipients: onward_to`)",
        "再转移对象（`recipients: onward_to`）",
    ),
    "fact.flow.mode": (
        "how the data moves (`flows: mode`)",
        "出境方式（`flows: mode`）",
    ),
    "fact.flow.status": (
        "whether the flow is planned or live (`flows: status`)",
        "计划中或者已运行（`flows: status`）",
    ),
    "fact.flow.purpose": ("the purpose (`flows: purpose`)", "目的（`flows: purpose`）"),
    "fact.flow.necessary": (
        "whether the export is necessary for its purpose (`flows: necessary`)",
        "出境是否为实现目的所必需（`flows: necessary`）",
    ),
    "fact.flow.started": ("the day the export began (`flows: since`)", "出境开始日（`flows: since`）"),
    "fact.data.personal": (
        "whether the data is personal (`datasets: columns`)",
        "是否含个人信息（`datasets: columns`）",
    ),
    "fact.data.ytd_persons.non_sensitive": (
        "people whose ordinary data left since 1 January (`counts: ordinary`)",
        "当年累计出境一般个人信息人数（`counts: ordinary`）",
    ),
    "fact.data.ytd_persons.sensitive": (
        "people whose sensitive data left since 1 January (`counts: sensitive`)",
        "当年累计出境敏感个人信息人数（`counts: sensitive`）",
    ),
    "fact.data.important": (
        "whether the data was notified or published as important (`datasets: important: status`)",
        "是否已被告知或者公布为重要数据（`datasets: important: status`）",
    ),
    "fact.data.suspected_important": (
        "whether someone holds the data for important (`datasets: important: status`)",
        "是否疑似重要数据（`datasets: important: status`）",
    ),
    "fact.data.important_notified_on": (
        "the day of notification or publication (`datasets: important: on`)",
        "告知或者公布日（`datasets: important: on`）",
    ),
    "fact.data.since_prev_jan1.total": (
        "people exported since 1 January of the year before (`counts`)",
        "自上年1月1日起累计出境人数（`counts`）",
    ),
    "fact.data.since_prev_jan1.sensitive": (
        "people with sensitive data exported since 1 January of the year before (`counts`)",
        "自上年1月1日起累计出境敏感信息人数（`counts`）",
    ),
    "fact.data.foreign_origin_persons": (
        "people whose data was collected abroad (`datasets: people: collected_in`)",
        "境外收集的人数（`datasets: people: collected_in`）",
    ),
    "fact.data.domestic_pi_introduced": (
        "whether mainland personal data was joined in (`datasets: people: collected_in`)",
        "是否引入境内个人信息（`datasets: people: collected_in`）",
    ),
    "fact.data.domestic_important_introduced": (
        "whether mainland important data was joined in (`datasets: important`)",
        "是否引入境内重要数据（`datasets: important`）",
    ),
    "fact.data.anonymised": (
        "whether the data is anonymised (`datasets: anonymised`)",
        "是否已匿名化（`datasets: anonymised`）",
    ),
    "fact.data.deidentified": (
        "whether the data is de-identified (`functions`)",
        "是否已去标识化（`functions`）",
    ),
    "fact.data.encrypted": ("whether the data is encrypted (`functions`)", "是否已加密（`functions`）"),
    "fact.data.key_location": ("where the key lies", "密钥所在地"),
    "fact.data.hr.subjects": (
        "whose data it is (`datasets: people: subjects`)",
        "个人信息主体（`datasets: people: subjects`）",
    ),
    "fact.data.hr.labour_rules": (
        "whether labour rules were lawfully made (`handlers: labour_rules`)",
        "劳动规章制度是否依法制定（`handlers: labour_rules`）",
    ),
    "fact.data.hr.collective_contract": (
        "whether a collective contract was lawfully signed (`handlers: collective_contract`)",
        "集体合同是否依法签订（`handlers: collective_contract`）",
    ),
    "fact.data.hr.overseas_decides": (
        "whether the party abroad decides on hiring (`flows: claims`)",
        "境外方是否决定录用（`flows: claims`）",
    ),
    "fact.data.individual_is_party": (
        "whether the person is party to the contract (`flows: claims`)",
        "个人是否为合同一方（`flows: claims`）",
    ),
    "fact.data.under_14": (
        "whether children under fourteen are among them (`datasets: people: under_14`)",
        "是否包含不满十四周岁未成年人（`datasets: people: under_14`）",
    ),
    "fact.data.human_genetic": (
        "whether it is human genetic resource information (`datasets: columns`)",
        "是否为人类遗传资源信息（`datasets: columns`）",
    ),
    "fact.data.face": (
        "whether it holds face data (`datasets: columns`)",
        "是否含人脸信息（`datasets: columns`）",
    ),
    "fact.data.securities_business": ("whether it is about securities business", "是否与证券业务活动有关"),
    "fact.data.regulated_activity": (
        "whether it belongs to the regulated activity (`handlers: sector`)",
        "是否属于受监管业务（`handlers: sector`）",
    ),
    "fact.data.authority_approval": (
        "the approval of the competent authority (`flows: compliance: authority_approval`)",
        "主管机关批准（`flows: compliance: authority_approval`）",
    ),
    "fact.data.reported_to": ("authorities told of the case", "已报告的主管部门"),
    "fact.data.forecast_year_persons.non_sensitive": ("people forecast for the year", "全年预估人数"),
    "fact.data.forecast_year_persons.sensitive": (
        "people with sensitive data forecast for the year",
        "全年预估敏感信息人数",
    ),
    "fact.data.previous_year_persons.non_sensitive": ("people exported last year", "上一年度出境人数"),
    "fact.data.previous_year_persons.sensitive": (
        "people with sensitive data exported last year",
        "上一年度出境敏感信息人数",
    ),
    "fact.data.deleted_after_export": ("people since deleted abroad", "出境后已删除的人数"),
    "fact.data.persons_in_both": (
        "people counted as ordinary and as sensitive (`populations: overlaps`)",
        "同时计入一般和敏感的人数（`populations: overlaps`）",
    ),
    "fact.data.excluded_from_count.*": (
        "people left out of the count, by exemption",
        "按豁免情形不计入的人数",
    ),
    "fact.data.prior_exempt_a514": (
        "people sent earlier under the exemption by number",
        "此前按数量豁免出境的人数",
    ),
    "fact.data.this_flow": ("people of this flow (`counts`)", "本活动涉及人数（`counts`）"),
    "fact.data.per_recipient.*": ("people by recipient (`counts`)", "各接收方人数（`counts`）"),
    "fact.data.records": ("rows", "记录条数"),
    "fact.data.note": ("a remark", "备注"),
}
