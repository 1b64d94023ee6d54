"""The questions that lead to a route, as reasoning tells them."""

MESSAGES: dict[str, tuple[str, str]] = {
    "ask.opened_onshore": (
        "Is the data opened only by people in the mainland?",
        "数据是否仅由身处境内的人员访问？",
    ),
    "ask.stays_in_the_mainland": (
        "Does the data stay in or come into the mainland?",
        "数据是否留在境内或者仅为入境？",
    ),
    "ask.nothing_moves": ("Does nothing move at all?", "是否没有任何传输？"),
    "ask.no_link_to_the_mainland": (
        "Is the handler abroad, with no aim at people in the mainland?",
        "处理者是否在境外且不以境内自然人为对象？",
    ),
    "ask.foreign_request_refused": (
        "Does a foreign authority ask, without approval on record?",
        "是否为外国机构请求且未见批准？",
    ),
    "ask.foreign_request_approved": (
        "Does a foreign authority ask, with approval on record?",
        "是否为外国机构请求且已获批准？",
    ),
    "ask.restricted_recipient": (
        "Is the recipient on the restricted list?",
        "接收方是否在限制或者禁止清单内？",
    ),
    "ask.core_data": ("Is it core data?", "是否为核心数据？"),
    "ask.ride_hailing": ("Is it data of a ride-hailing platform?", "是否为网约车平台数据？"),
    "ask.internet_map": (
        "Does an internet map service store or process its data abroad?",
        "互联网地图服务是否在境外存储、处理数据？",
    ),
    "ask.credit_bureau": (
        "Does a credit bureau store or process its data abroad?",
        "征信机构是否在境外存储、处理数据？",
    ),
    "ask.unnecessary": ("Is the export unnecessary for its purpose?", "出境是否非实现目的所必需？"),
    "ask.old_important": ("Is it important data (rules of 2022)?", "是否为重要数据（2022年规则）？"),
    "ask.old_ciio": (
        "Is the handler an operator of critical information infrastructure (rules of 2022)?",
        "是否为关键信息基础设施运营者（2022年规则）？",
    ),
    "ask.old_state_organ": ("Is the handler a state organ?", "是否为国家机关？"),
    "ask.old_handled_total": (
        "Does the handler hold data of a million people (rules of 2022)?",
        "是否处理一百万人以上个人信息（2022年规则）？",
    ),
    "ask.old_counter": (
        "Does the count since 1 January of the year before reach the line (rules of 2022)?",
        "自上年1月1日起累计是否达到标准（2022年规则）？",
    ),
    "ask.old_nothing_personal": ("Is there no personal information?", "是否不含个人信息？"),
    "ask.old_gba_contract": (
        "Is the bay area contract in use between parties of the area?",
        "区内双方是否采用大湾区标准合同？",
    ),
    "ask.old_contract": ("Does anything else personal leave?", "是否为其余个人信息出境？"),
    "ask.automotive_guideline": (
        "Does the automotive guideline free this important data?",
        "是否属于汽车数据指引豁免的情形？",
    ),
    "ask.important_data": (
        "Was the data notified or published as important?",
        "是否已被告知或者公布为重要数据？",
    ),
    "ask.automotive_line": (
        "Is it automotive data of more than the people that make it important?",
        "汽车数据涉及人数是否超过标准？",
    ),
    "ask.business_data": (
        "Is it business data of trade, transport, science, manufacturing or marketing, not personal?",
        "是否为不含个人信息的贸易、运输、学术、生产、营销数据？",
    ),
    "ask.nothing_personal": ("Is there no personal information?", "是否不含个人信息？"),
    "ask.state_organ": ("Is the handler a state organ?", "是否为国家机关？"),
    "ask.transit": (
        "Is it data from abroad that returns with no mainland data joined in?",
        "是否为境外收集、未引入境内数据的过境处理？",
    ),
    "ask.contract": (
        "Is it truly necessary for a contract with the person?",
        "是否为订立、履行个人作为一方当事人的合同确需提供？",
    ),
    "ask.hr": (
        "Is it employees' data, truly necessary to manage staff under both instruments?",
        "是否依劳动规章制度和集体合同确需提供员工信息？",
    ),
    "ask.emergency": ("Is it truly necessary in an emergency?", "是否为紧急情况下确需提供？"),
    "ask.legal_duty": (
        "Is it truly necessary for a duty under Chinese law?",
        "是否为履行我国法定职责义务确需提供？",
    ),
    "ask.zone_list": ("Is it off the list of the handler's zone?", "是否为自贸试验区清单外数据？"),
    "ask.ciio": (
        "Is the handler an operator of critical information infrastructure?",
        "是否为关键信息基础设施运营者？",
    ),
    "ask.list_assessment": ("Does the zone's list ask for an assessment?", "清单是否要求安全评估？"),
    "ask.list_gba": (
        "Does the zone's list ask for a contract, and is the bay area contract in use?",
        "清单要求合同且双方采用大湾区标准合同？",
    ),
    "ask.list_contract": (
        "Does the zone's list ask for contract or certification?",
        "清单是否要求标准合同或者认证？",
    ),
    "ask.counters_assessment": (
        "Does this year's count of people reach the line of the assessment?",
        "当年累计人数是否达到安全评估标准？",
    ),
    "ask.counters_gba": (
        "Is the count in the band of the contract, and the bay area contract in use?",
        "累计人数在合同区间且采用大湾区标准合同？",
    ),
    "ask.counters_contract": (
        "Is this year's count of people in the band of contract or certification?",
        "当年累计人数是否在标准合同、认证区间？",
    ),
    "ask.de_minimis": (
        "Does this year's count stay below the band, with nobody's sensitive data?",
        "当年累计人数是否低于区间且不含敏感信息？",
    ),
    "ask.calendar": (
        "No calendar of working days is known for a year that was counted; weekends alone were left out.",
        "所涉年度的工作日安排尚未公布，仅扣除周末。",
    ),
    "ask.odd_word": (
        "This word is none that kuajing knows for this fact; it is read as a word of the case's own.",
        "该词不是本工具所知的此项事实用词；按案例自有的词处理。",
    ),
    "ask.clash": (
        "Two facts contradict each other; the strictest reading is judged.",
        "两项事实相互矛盾；按最严的一种读法判断。",
    ),
    "ask.unread_fact": (
        "This fact is not one the law asks for; it was not read.",
        "该事实不在法律判断所需之列，未予读取。",
    ),
}
