"""Repositories that nobody here wrote, read as a person would: `kuajing check` on a folder of each."""

import os
import runpy
import sys
from pathlib import Path

import pytest
from tests.corpus.looking import analysed, columns, listed, personal, unaccounted, wholly_read

CORPUS = os.environ.get("KUAJING_CORPUS", "")
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")

SCHEMAS = ("elunez+eladmin", "macrozheng+mall", "yangzongzhuan+RuoYi-Vue")
JOBS = ("alibaba+DataX", "wgzhao+Addax")
PLACEHOLDERS = ("Test@12343", "redis@123", "influx123", "Bearer ", "macro123")
"""Sample passwords of the publishers."""

PEOPLE = {
    "macrozheng+mall": {
        "pi.netid.account": """
            ums_member: username
            ums_admin: username
            oms_order: member_username
            oms_order_return_apply: member_username""",
        "pi.netid.nickname": """
            ums_member: nickname
            ums_admin: nick_name
            oms_cart_item: member_nickname
            pms_comment: member_nick_name""",
        "pi.netid.avatar": """
            ums_member: icon
            ums_admin: icon
            pms_comment: member_icon""",
        "pi.netid.ip": """
            ums_member_login_log: ip
            pms_comment: member_ip""",
        "pi.netid.signature": "ums_member: personalized_signature",
        "pi.auth.credential": """
            ums_member: password
            ums_admin: password""",
        "pi.basic.birthday": "ums_member: birthday",
        "pi.basic.gender": "ums_member: gender",
        "pi.work.employment": "ums_member: job",
        "pi.location.coarse": """
            ums_member: city
            ums_member_login_log: city province
            ums_member_receive_address: province city region
            oms_order: receiver_province receiver_city receiver_region""",
        "pi.basic.phone": """
            ums_member: phone
            ums_member_receive_address: phone_number
            oms_order: receiver_phone bill_receiver_phone
            oms_order_return_apply: return_phone
            oms_company_address: phone
            sms_flash_promotion_log: member_phone""",
        "pi.basic.name": """
            ums_member_receive_address: name
            oms_order: receiver_name
            oms_order_return_apply: return_name
            oms_company_address: name
            cms_member_report: report_member_name""",
        "pi.basic.address": """
            ums_member_receive_address: detail_address
            oms_order: receiver_detail_address
            oms_company_address: detail_address""",
        "pi.basic.email": """
            oms_order: bill_receiver_email
            ums_admin: email""",
    },
    "elunez+eladmin": {
        "pi.netid.account": "sys_user: username",
        "pi.netid.nickname": "sys_user: nick_name",
        "pi.netid.avatar": "sys_user: avatar_name avatar_path",
        "pi.netid.ip": "sys_log: request_ip",
        "pi.auth.credential": "sys_user: password",
        "pi.basic.gender": "sys_user: gender",
        "pi.basic.phone": "sys_user: phone",
        "pi.basic.email": "sys_user: email",
    },
    "yangzongzhuan+RuoYi-Vue": {
        "pi.netid.account": "sys_user: user_name",
        "pi.netid.nickname": "sys_user: nick_name",
        "pi.netid.avatar": "sys_user: avatar",
        "pi.netid.ip": """
            sys_user: login_ip
            sys_logininfor: ipaddr
            sys_oper_log: oper_ip""",
        "pi.auth.credential": "sys_user: password",
        "pi.basic.gender": "sys_user: sex",
        "pi.basic.phone": "sys_user: phonenumber",
        "pi.basic.email": "sys_user: email",
    },
}
"""Columns that hold people's data, read by eye from the schemas."""

NOBODY = {
    "macrozheng+mall": """
        pms_brand: id name first_letter sort factory_status show_status product_count logo big_pic brand_story
        pms_product: id name pic product_sn sale price sub_title description original_price stock unit weight keywords note
        pms_product: album_pics detail_title detail_desc detail_html promotion_per_limit brand_name product_category_name
        pms_product_category: id name parent_id level product_count product_unit icon keywords description
        pms_product_attribute: id name select_type input_type input_list sort filter_type search_type
        pms_product_attribute_category: id name attribute_count param_count
        pms_sku_stock: id sku_code price stock low_stock pic sale promotion_price lock_stock sp_data
        pms_album: id name cover_pic pic_count sort description
        pms_feight_template: id name charge_type first_weight first_fee dest
        sms_coupon: id type name platform count amount per_limit min_point note publish_count code
        sms_home_advertise: id name type pic status click_count order_count url note sort
        sms_home_brand: id brand_id brand_name recommend_status sort
        sms_flash_promotion: id title status
        sms_flash_promotion_session: id name status
        cms_subject: id title pic product_count collect_count read_count description content
        cms_topic: id name content
        oms_order: id order_sn delivery_company status order_type auto_confirm_day integration growth promotion_info note
        oms_order: confirm_status delete_status
        oms_order_item: order_sn product_pic product_name product_brand product_sn product_price product_quantity product_attr
        oms_order_setting: id flash_order_overtime normal_order_overtime confirm_overtime finish_overtime comment_overtime
        oms_order_return_reason: id name sort status
        ums_role: id name description admin_count status sort
        ums_menu: id title level sort name icon hidden
        ums_resource: id name url description
        ums_resource_category: id name sort
        ums_permission: id name value icon uri
        ums_member_level: id name growth_point default_status free_freight_point priviledge_sign_in note
        ums_member_tag: id name finish_order_count
        ums_member: id status integration growth luckey_count""",
    "elunez+eladmin": """
        sys_dept: name pid dept_sort enabled
        sys_menu: title name component icon path permission
        sys_role: name level description data_scope
        sys_job: name enabled job_sort
        sys_dict: name description
        sys_dict_detail: label value dict_sort
        sys_quartz_job: bean_name cron_expression job_name method_name description
        code_column: table_name column_name column_type remark""",
    "yangzongzhuan+RuoYi-Vue": """
        sys_dept: dept_name ancestors order_num status
        sys_menu: menu_name path component icon perms
        sys_role: role_name role_key role_sort
        sys_post: post_code post_name post_sort
        sys_dict_type: dict_name dict_type
        sys_dict_data: dict_label dict_value
        sys_config: config_name config_key config_value
        sys_job: job_name job_group invoke_target cron_expression
        sys_notice: notice_title notice_type notice_content
        gen_table: table_name table_comment class_name package_name business_name""",
}
"""Columns that hold nobody's data: goods, settings, menus and counts, whatever their names sound like."""


@pytest.mark.parametrize("name", SCHEMAS)
def test_columns_of_people_are_found(name: str) -> None:
    _, analysis = analysed(Path(CORPUS) / name)
    found = personal(analysis)
    expected = {column: category for category, text in PEOPLE[name].items() for column in listed(text)}
    assert expected == {column: found.get(column, "none") for column in expected}


@pytest.mark.parametrize("name", SCHEMAS)
def test_columns_of_nobody_stay_nobodys(name: str) -> None:
    _, analysis = analysed(Path(CORPUS) / name)
    innocent = set(listed(NOBODY[name]))
    assert set() == innocent - columns(analysis)
    assert set() == innocent & personal(analysis).keys()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_statement_of_a_schema_is_read_and_moves_nothing(name: str) -> None:
    gathered, analysis = analysed(Path(CORPUS) / name)
    assert {text.path for text in gathered.texts} == wholly_read(analysis)
    assert () == analysis.estate.unread
    assert () == analysis.estate.moves


@pytest.mark.parametrize("name", JOBS)
def test_every_job_is_read_or_named_with_its_reason(name: str) -> None:
    gathered, analysis = analysed(Path(CORPUS) / name)
    assert set() == unaccounted(gathered, analysis)
    assert not any(secret in repr(analysis) for secret in PLACEHOLDERS)


def test_the_whole_corpus_goes_through_at_once() -> None:
    gathered, analysis = analysed(Path(CORPUS))
    assert set() == unaccounted(gathered, analysis)
    assert 0 < sum(count for _, count in gathered.others)
    alone = {name: personal(analysed(Path(CORPUS) / name)[1]) for name in SCHEMAS}
    together = personal(analysis)
    assert set() == {column for found in alone.values() for column in found} - together.keys()


def test_the_page_of_coverage_is_made_of_what_is_seen_now(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["coverage.py", CORPUS])
    runpy.run_path(str(ROOT / "benchmarks" / "coverage.py"), run_name="__main__")
    sys.stdout.flush()
    assert (ROOT / "docs" / "coverage.md").read_bytes() == capfdbinary.readouterr().out
