import pytest

from kuajing.law.places import chinese_number, place_of


@pytest.mark.parametrize(
    ("key", "instrument", "expected"),
    [
        ("CBDF-2024-A5.1.4", "CBDF-2024", ("article 5, paragraph 1, item 4", "第五条第一款第（四）项")),
        ("PIPL-2021-A39", "PIPL-2021", ("article 39", "第三十九条")),
        ("SEC-2019-A177", "SEC-2019", ("article 177", "第一百七十七条")),
        ("CACQA-2026-01-Q2", "CACQA-2026-01", ("question 2", "问二")),
        ("SCC-2023-C3.8", "SCC-2023", ("clause 3, item 8", "第三条第（八）项")),
        ("SCCFG2-2024-ANX5", "SCCFG2-2024", ("annex 5", "附件五")),
        ("PIPOA-2025", "PIPOA-2025", ("", "")),
    ],
)
def test_a_key_points_at_its_place(key: str, instrument: str, expected: tuple[str, str]) -> None:
    assert expected == place_of(key, instrument)


def test_chinese_numbers_read_as_they_are_said() -> None:
    numbers = (0, 7, 10, 11, 20, 55, 99, 100, 101, 110, 177, 1005, 1259, 2010, 10_000)
    assert [
        "零",
        "七",
        "十",
        "十一",
        "二十",
        "五十五",
        "九十九",
        "一百",
        "一百零一",
        "一百一十",
        "一百七十七",
        "一千零五",
        "一千二百五十九",
        "二千零一十",
        "10000",
    ] == [chinese_number(number) for number in numbers]
