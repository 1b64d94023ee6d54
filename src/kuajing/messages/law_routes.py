"""Routes, mechanisms and contested points by name."""

MESSAGES: dict[str, tuple[str, str]] = {
    "route.not_an_export": ("no export", "不属于出境"),
    "route.prohibited": ("prohibited", "禁止出境"),
    "route.authority_approval": ("approval of the competent Chinese authority", "须经主管机关批准"),
    "route.security_assessment": ("security assessment", "数据出境安全评估"),
    "route.standard_contract_or_certification": ("standard contract or certification", "标准合同或者认证"),
    "route.gba_standard_contract": ("standard contract of the Greater Bay Area", "粤港澳大湾区标准合同"),
    "route.exempt": ("exempt from the three routes", "免予三种出境路径"),
    "route.no_restriction": ("no route required", "无出境路径要求"),
    "route.undetermined": ("undetermined", "尚不能确定"),
    "mechanism.none": ("no mechanism on record", "无出境路径记录"),
    "mechanism.scc": ("standard contract", "标准合同"),
    "mechanism.certificate": ("certification", "个人信息出境认证"),
    "mechanism.gba_sc": ("standard contract of the Greater Bay Area", "粤港澳大湾区标准合同"),
    "mechanism.security_assessment": ("security assessment", "数据出境安全评估"),
    "flag.ordinary_part_with_sensitive": (
        "whether the ordinary part below the line stays exempt beside sensitive data",
        "同时含敏感信息时，未达标准的一般信息部分是否仍可豁免",
    ),
    "flag.year_reset_keeps_contract": (
        "the new year makes the count exempt, yet a mechanism in effect is better kept",
        "新年度累计虽低于标准，已生效的路径宜继续保持",
    ),
    "flag.forecast_before_line": (
        "the forecast for the year crosses a line that the count has not reached",
        "年度预估将超过、但累计尚未达到标准",
    ),
    "flag.count_after_deletion": (
        "whether people deleted abroad still count; the answer here counts them",
        "境外已删除的人数是否仍计入；此处按计入处理",
    ),
    "flag.pending_important_application": (
        "the export goes on only within the two months for important data, or while an application made in time is pending",
        "仅因重要数据两个月申报期限或者已按期申报待审而继续出境",
    ),
    "flag.automotive_100k": (
        "whether the automotive line of 100,000 people still makes data important",
        "汽车数据超过十万人是否仍属重要数据",
    ),
    "flag.automotive_guideline": (
        "the exemption of the automotive guideline of 2026, known here from commentary",
        "依据2026版汽车数据指引的豁免，目前仅据解读资料",
    ),
    "flag.hr_collective_contract": (
        "whether staff management needs a collective contract beside the labour rules",
        "人力资源管理豁免是否必须同时具备集体合同",
    ),
    "flag.hr_dependants": (
        "whether family members of employees count as employees",
        "员工家属是否按员工对待",
    ),
    "flag.transit_notice_duty": (
        "which notice people abroad are owed when their data passes through",
        "过境数据的境外个人应如何告知",
    ),
    "flag.transit_lost_foreign_count": (
        "whether people from abroad count once transit is lost",
        "丧失过境豁免后，境外来源的人数是否计入",
    ),
    "flag.legal_duty_a35_6": (
        "how the statutory-duty ground of the Regulations stands to the routes by number",
        "条例中法定职责义务情形与按数量划分路径的衔接",
    ),
    "flag.old_two_year_result": (
        "whether a result of two years, given before the Provisions, holds three",
        "规定施行前的二年期评估结果是否按三年计",
    ),
    "flag.extension_window": (
        "whether an extension may be asked for earlier than sixty working days before the end",
        "早于届满前六十个工作日申请延期是否可行",
    ),
    "flag.group_companies_separate": (
        "affiliates count apart; splitting one business would not be accepted",
        "关联公司分别累计；将同一业务人为拆分不被认可",
    ),
    "flag.gba_above_line": (
        "whether the bay area contract is free of the limits by number",
        "大湾区标准合同是否不受数量限制",
    ),
    "flag.overseas_handler_mechanism": (
        "which mechanism fits a handler abroad that collects directly",
        "境外处理者直接收集应适用何种路径",
    ),
    "flag.travelling_employee": (
        "whether one's own employee on a journey abroad is someone abroad",
        "本单位员工出差境外访问是否属于出境",
    ),
    "flag.ftz_sector_not_covered": (
        "whether a sector that the zone's list leaves out is off the list or under national rules",
        "清单未覆盖的行业是否视为清单外数据",
    ),
    "flag.ftz_citywide": ("how far the city-wide list reaches", "全市适用清单的适用范围"),
    "flag.ftz_other_zone_list": (
        "whether the list of another zone was adopted here",
        "是否已参照执行其他自贸试验区清单",
    ),
    "flag.a40_storage_1m": (
        "whether a million people handled calls for storage in the mainland",
        "处理达一百万人是否仍负境内存储义务",
    ),
    "flag.small_handler_order_25": (
        "whether Order 25 eases exports of small handlers; its text was not read",
        "第25号令是否放宽小型处理者出境要求；尚未见到正式文本",
    ),
    "flag.count_both": (
        "whether people with ordinary and sensitive data count twice",
        "同时含一般和敏感信息的人是否重复计入",
    ),
    "flag.foreign_private_discovery": (
        "whether discovery between private parties is a foreign judicial request",
        "当事人之间的证据开示是否属于外国司法请求",
    ),
}
