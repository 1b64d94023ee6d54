"""Duties, and what is not shown to be met, by name."""

MESSAGES: dict[str, tuple[str, str]] = {
    "duty.apply_security_assessment": ("apply for the security assessment", "申报数据出境安全评估"),
    "duty.biennial_compliance_audit": (
        "audit compliance at least every two years",
        "每两年至少开展一次合规审计",
    ),
    "duty.child_rules_art31": (
        "keep dedicated rules for children under fourteen",
        "制定未满十四周岁未成年人个人信息处理规则",
    ),
    "duty.export_security_and_incident_report_cbdf_a11": (
        "keep exported data secure and report incidents to the province or above",
        "采取出境安全措施，并向省级以上主管部门报告安全事件",
    ),
    "duty.extension_application_ok": ("the extension may be applied for", "可以申请延长评估结果有效期"),
    "duty.ftz_local_filing": ("file the use of the zone's list locally", "向当地报备适用负面清单"),
    "duty.gba_no_onward_outside": ("pass nothing on outside the Greater Bay Area", "不得向大湾区以外提供"),
    "duty.gba_sc_filed_10wd": (
        "file the bay area contract within ten working days after it takes effect",
        "大湾区标准合同生效之日起十个工作日内备案",
    ),
    "duty.guardian_consent_art31": ("obtain a parent's or guardian's consent", "取得父母或者其他监护人同意"),
    "duty.hgr_filing_and_backup": (
        "file the human genetic resource information and submit a backup",
        "备案人类遗传资源信息并提交备份",
    ),
    "duty.identify_and_report_important_data_d790_a29": (
        "identify and declare important data",
        "识别并申报重要数据",
    ),
    "duty.important_data_annual_assessment_d790_a33": (
        "report the yearly risk assessment of important data",
        "每年报送重要数据风险评估报告",
    ),
    "duty.important_data_risk_assessment_d790_a31": (
        "assess the risk before important data is provided",
        "提供重要数据前开展风险评估",
    ),
    "duty.include_scc_volume_in_assessment_scope": (
        "bring this year's volume under contract or certification into the assessment",
        "将当年经标准合同、认证出境的数量一并纳入评估",
    ),
    "duty.large_handler_d790_a28": (
        "officer, body and reporting of a handler of ten million people",
        "处理一千万人以上的负责人、机构和报告义务",
    ),
    "duty.late_notice_after_emergency_art18": (
        "give the notice once the emergency is over",
        "紧急情况消除后及时告知",
    ),
    "duty.legal_document_sam_a9": (
        "a legal document with the recipient, with its six contents",
        "与境外接收方订立内容完备的法律文件",
    ),
    "duty.local_storage_ciio": (
        "keep the data in the mainland as operator of critical information infrastructure",
        "关键信息基础设施运营者境内存储",
    ),
    "duty.local_storage_state_organ": ("keep the data in the mainland as state organ", "国家机关境内存储"),
    "duty.mechanism_per_recipient": ("a mechanism for every recipient", "每一接收方均须有出境路径"),
    "duty.national_route_for_onward_leg": (
        "a national route for the leg beyond the Greater Bay Area",
        "向大湾区以外提供另行适用全国路径",
    ),
    "duty.notice_art39": ("tell people about the export", "告知个人出境事项"),
    "duty.pipia_art55_56": (
        "impact assessment before the export, kept three years",
        "出境前开展个人信息保护影响评估并保存三年",
    ),
    "duty.pipo_designation_and_filing": (
        "name and file the protection officer",
        "指定并报送个人信息保护负责人",
    ),
    "duty.recipient_contract_and_3y_records_d790_a12": (
        "contract with the recipient, supervision, records kept three years",
        "与接收方约定并监督，记录至少保存三年",
    ),
    "duty.representative_art53_d790_a26": (
        "body or representative in the mainland, filed with the authority",
        "设立境内机构或者指定代表并报送",
    ),
    "duty.scc_in_force_and_filed_10wd_or_valid_certificate": (
        "standard contract in effect and filed within ten working days, or a valid certificate",
        "标准合同已生效并在十个工作日内备案，或者持有有效认证证书",
    ),
    "duty.self_assessment_sam_a5": ("self-assessment of the risk of the export", "开展数据出境风险自评估"),
    "duty.sensitive_notice_art30": (
        "tell people why sensitive data is necessary and how it affects them",
        "告知处理敏感个人信息的必要性及影响",
    ),
    "duty.separate_consent_art39": ("separate consent to the export", "取得个人单独同意"),
    "violation.certificate_body_not_recorded": (
        "the certification body is not shown to be recorded",
        "认证机构未显示已备案",
    ),
    "violation.certificate_renewal_window_missed": (
        "renewal was not applied for six months before the certificate ends",
        "未在证书届满前六个月申请延续",
    ),
    "violation.core_data_export": ("core data leaves the mainland", "核心数据出境"),
    "violation.d790_a12_contract_or_records_missing": (
        "contract with the recipient or records of the provision are missing",
        "缺少与接收方的合同或者提供记录",
    ),
    "violation.export_before_scc_effective": (
        "data flows before the contract is in effect",
        "合同生效前已开展出境",
    ),
    "violation.export_beyond_assessed_scope": ("data goes beyond the assessed scope", "超出评估范围出境"),
    "violation.export_outside_certificate_scope": (
        "the flow is outside the certified activity",
        "超出认证范围出境",
    ),
    "violation.export_without_scc_or_cert": (
        "no standard contract or certificate is shown that covers the flow",
        "未显示有覆盖该活动的标准合同或者认证",
    ),
    "violation.export_without_security_assessment": (
        "no passed security assessment is shown",
        "未显示通过数据出境安全评估",
    ),
    "violation.extension_not_available": (
        "the extension asked for is not open; a new assessment is needed",
        "不符合延期条件，须重新申报评估",
    ),
    "violation.face_data_internet_transfer": (
        "face data is sent without separate consent",
        "未经单独同意通过互联网传输人脸信息",
    ),
    "violation.foreign_authority_disclosure_without_approval": (
        "data goes to a foreign authority without approval on record",
        "未经批准向外国机构提供数据",
    ),
    "violation.gba_sc_filed_late": ("the bay area contract was filed late", "大湾区标准合同逾期备案"),
    "violation.gba_sc_not_available": (
        "the bay area contract is not open to these parties or that day",
        "双方或者当时不适用大湾区标准合同",
    ),
    "violation.hgr_filing_missing": (
        "filing and backup of human genetic resource information are missing",
        "人类遗传资源信息未备案或者未提交备份",
    ),
    "violation.important_data_application_after_2_months": (
        "no application within two months after the data was notified or published as important",
        "被告知或者公布为重要数据后两个月内未申报",
    ),
    "violation.no_guardian_consent": ("a parent's or guardian's consent is missing", "缺少监护人同意"),
    "violation.no_notice_art39": ("people were not told about the export", "未告知个人出境事项"),
    "violation.no_pipia": ("no impact assessment was made", "未开展个人信息保护影响评估"),
    "violation.no_representative_art53": (
        "no body or representative in the mainland is shown",
        "未设立境内机构或者指定代表",
    ),
    "violation.no_separate_consent": ("separate consent is missing or bundled", "未取得单独同意或者捆绑取得"),
    "violation.notice_incomplete_art39": ("the notice lacks required items", "告知内容不完整"),
    "violation.onward_outside_gba": ("data is passed on outside the Greater Bay Area", "向大湾区以外再提供"),
    "violation.onward_recipient_not_in_annex1": (
        "an onward recipient is not named in annex 1 of the contract",
        "再转移接收方未列入合同附录一",
    ),
    "violation.overseas_storage_by_ciio": (
        "an operator of critical information infrastructure stores the data abroad",
        "关键信息基础设施运营者将数据存储于境外",
    ),
    "violation.pipia_older_than_3_months_at_filing": (
        "the impact assessment was older than three months at filing",
        "备案时影响评估完成已超过三个月",
    ),
    "violation.pipo_not_filed": (
        "the protection officer is not filed in time",
        "未按期报送个人信息保护负责人",
    ),
    "violation.quantity_splitting": ("one business is split to stay under a line", "人为拆分数量以规避标准"),
    "violation.reassessment_required_sam_a14": (
        "a change since the result calls for a new assessment",
        "评估结果出具后发生变化，须重新申报",
    ),
    "violation.recipient_on_restricted_list": (
        "the recipient is on the restricted list",
        "接收方在限制或者禁止清单内",
    ),
    "violation.scc_filed_late": ("the contract was filed late", "标准合同逾期备案"),
    "violation.scc_not_redone_a8": (
        "a change since the contract calls for a new assessment, contract and filing",
        "合同生效后发生变化，未重新评估、订立并备案",
    ),
    "violation.scc_text_altered": ("the official text of the contract was altered", "更改了标准合同文本"),
    "violation.sector_localisation_breach": (
        "data that its sector keeps in the mainland leaves",
        "违反行业境内存储要求",
    ),
    "violation.security_assessment_expired": ("the assessment has run out", "安全评估结果已过有效期"),
    "violation.unnecessary_export": ("the export is not necessary for its purpose", "出境非实现目的所必需"),
    "violation.wrong_mechanism_above_threshold": (
        "the mechanism on record is not open above the line",
        "达到安全评估标准，现有路径不适用",
    ),
    "violation.wrong_mechanism_for_ciio": (
        "the mechanism on record is not open to an operator of critical information infrastructure",
        "关键信息基础设施运营者不适用现有路径",
    ),
    "violation.wrong_mechanism_for_important_data": (
        "the mechanism on record is not open to important data",
        "重要数据不适用现有路径",
    ),
}
