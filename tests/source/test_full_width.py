"""Full-width signs: told where they break the structure, left alone where they are text."""

import pytest

from kuajing.source.full_width import look_alike
from kuajing.source.yaml_text import parse_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("note: 备注：见附件，第一页\n", {"note": "备注：见附件，第一页"}),
        ("note:\n  备注：见附件\n", {"note": "备注：见附件"}),
        ("note: id：用户编号\n", {"note": "id：用户编号"}),
        ("note: |\n  residency：CN\n", {"note": "residency：CN\n"}),
        ('note:\n  "residency：CN"\n', {"note": "residency：CN"}),
        ("name: 示例商城（上海）有限公司\n", {"name": "示例商城（上海）有限公司"}),
        ("name: “示例”\n", {"name": "“示例”"}),
        ("list:\n  - 姓名，手机\n  - id：编号\n", {"list": ["姓名，手机", "id：编号"]}),
        ("list: [姓名，手机]\n", {"list": ["姓名，手机"]}),
        ("title: ［2026］3号\n", {"title": "［2026］3号"}),
        ("用户名： : x\n", {"用户名：": "x"}),
        ("# residency：CN\na: 1\n", {"a": 1}),
    ],
)
def test_chinese_text_is_not_taken_for_a_fault(text: str, value: object) -> None:
    (node,) = parse_yaml("file.yaml", text)
    assert value == node.plain()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("kind：database", "："),
        ("［name，mobile］", "［"),
        ("姓名，手机", "，"),
        ("“CN”", "“"),
        ("CN", None),
        ("境内", None),
    ],
)
def test_a_reader_that_wanted_structure_learns_the_sign_to_blame(text: str, sign: str | None) -> None:
    assert sign == look_alike(text)
