"""The front page of `docs/law`: all instruments, what is unsettled, and what is not covered."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.rules.law_pages import CONFIDENCE, said
from tests.rules.law_use import Use

from kuajing.law import LawBook
from kuajing.law.provisions import Provision
from kuajing.source.packaged import packaged_yaml

HEAD = """# The law that kuajing knows 所载法规

{instruments} instruments, {keys} citation keys, each told in our own words in Chinese and English, with the days between which it
stands, how sure its source is, and the day it was last checked. It is not legal advice: kuajing prepares facts and cites law, and a
person decides. `kuajing law KEY` shows the same for one key, as it stands on any day.

Written from [`rules/law`](../../rules/law) by `KUAJING_RENEW=1 python -m pytest tests/rules/test_law_pages.py`; a test compares it.
[The 25 traps](traps.md) are the mistakes that are easy to make, each with the test that keeps kuajing from making it."""
GAPS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("SMALL-2026",),
        (
            "The final text of the simpler rules for handlers of fewer than 100,000 people has not been read. Whether they ease "
            "export is raised as contested; the general rules are applied."
        ),
        "不满十万人的小型处理者简化规则，正式文本尚未核对；是否放宽出境要求作为争议点提示，仍按一般规则判断。",
    ),
    (
        ("FTZ-HUB", "FTZ-BJ-2025", "FTZ-SH-2025", "FTZ-OTHER", "NLEXT-2026"),
        (
            "The items of the zone lists are not held: where data stands on a list is what the declaration says. Only that a list is "
            "out, for which area, from when and for whom is known here."
        ),
        "未收录各地负面清单的具体条目；数据在清单中的位置以申报为准，此处仅记录清单的存在、范围、日期和适用对象。",
    ),
    (
        ("AUTOG-2026", "FING-2025", "PBOC-2025", "FININFO-2026"),
        "The automotive guideline and the financial rules are known from commentary; their figures are not checked.",
        "汽车数据出境指引和金融领域规则据评论资料，数值尚未核对。",
    ),
    (
        ("GBT46068", "SAG3-2025"),
        "The certification standard and most annexes of the assessment guide have not been read.",
        "认证标准和评估申报指南的多数附件尚未核对。",
    ),
    (
        ("GBAHK-2023", "GBAMO-2024"),
        "The contracts of the bay area are held in part; of the Macao text only what matches the Hong Kong one.",
        "大湾区标准合同仅部分收录；澳门文本仅收录与香港文本一致的部分。",
    ),
    (
        ("PIPL-2021-A42", "LARGE-DRAFT-2026"),
        (
            "No list of restricted recipients, no amendment of the two laws on personal information and data security, and no outcome "
            "of the draft for large handlers was found up to 23 November 2026."
        ),
        "截至2026年11月23日，未发现限制接收方清单、个人信息保护法和数据安全法的修改，也未发现大型处理者征求意见稿的结果。",
    ),
    (
        ("DSL-2021-A21", "D790-2024-A29"),
        (
            "Catalogues of important data that are sent to operators one by one are not public: data is important here only where the "
            "declaration says that it was notified or published."
        ),
        "向运营者单独下发的重要数据目录不公开；仅在申报载明已被告知或者公开发布时按重要数据处理。",
    ),
    (
        ("HGR-2019-A28", "HEALTH-2014-A10", "HEALTH-2018-A30"),
        "The rules on human genetic resources after their authority moved, and health rules under revision, are not checked.",
        "人类遗传资源主管部门调整后的规则以及修订中的健康规则尚未核对。",
    ),
    (
        ("AFSL-2025", "PIPL-2021-A43", "DSL-2021-A26"),
        "No list of counter-measures is held: whether a recipient is on one is for a person to look up.",
        "未收录反制清单；接收方是否被列名须由人工核对。",
    ),
)


def overview(
    instruments: Mapping[str, Sequence[Provision]],
    folders: Mapping[str, str],
    book: LawBook,
    found: Mapping[str, Use],
) -> str:
    """The front page; `folders` gives the folder of each instrument."""
    keys = sum(map(len, instruments.values()))
    parts = [HEAD.format(instruments=len(instruments), keys=keys), "\n".join(sure())]
    parts += ["## Instruments 法规文件", "\n".join(table(instruments, folders, found))]
    parts += ["## Words of boundaries 边界用语", "\n".join(boundaries(folders, book))]
    parts += ["## Unsettled points 争议点", unsettled(book)]
    parts += ["## What is not covered 未涵盖的内容", gaps(folders, book)]
    return "\n\n".join(parts) + "\n"


def sure() -> Iterator[str]:
    yield "| confidence 可信度 | means |"
    yield "|---|---|"
    yield from (f"| {word} | {meaning} |" for word, meaning in CONFIDENCE.items())


def table(
    instruments: Mapping[str, Sequence[Provision]], folders: Mapping[str, str], found: Mapping[str, Use]
) -> Iterator[str]:
    yield "*Checked*: an answer turns on it. *Named*: a verdict may name it. *Described*: it is only told.\n"
    yield "| instrument | title | kind | in force from | until | checked | named | described | confidence |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, provisions in instruments.items():
        one = provisions[0].instrument
        turning = sum(found[each.key].is_checked for each in provisions)
        named = sum(found[each.key].named and not found[each.key].is_checked for each in provisions)
        confidence = ", ".join(
            sorted({version.confidence for each in provisions for version in each.versions})
        )
        since = "draft 征求意见稿" if one.is_draft else str(one.since)
        yield (
            f"| [{name}]({folders[name]}.md) | {one.title[1]}<br>{one.title[0]} | {one.kind} | {since} | "
            f"{one.repealed or ''} | {turning} | {named} | {len(provisions) - turning - named} | {confidence} |"
        )


def boundaries(folders: Mapping[str, str], book: LawBook) -> Iterator[str]:
    words: Any = packaged_yaml("law/boundary_words.yaml").plain()
    yield "| word 用语 | asked as | the number or day itself | by |"
    yield "|---|---|---|---|"
    for word, one in words.items():
        for reading in (one, one["but"]) if "but" in one else (one,):
            links = ", ".join(
                f"[{key}]({folders[book.provisions[key].instrument.id]}.md)" for key in reading["by"]
            )
            held = "inside 含本数" if reading["includes"] else "outside 不含本数"
            yield f"| {word} | `{reading['asks']}` | {held} | {links} |"


def unsettled(book: LawBook) -> str:
    readings: Any = packaged_yaml("law/contested_readings.yaml").plain()
    told = ["The tool answers by one reading, and says that the law is open; the flag names the point."]
    for flag in book.flags:
        held, other = (readings[flag.id][which] for which in ("default", "other"))
        told.append(
            f"- `{flag.id}`: {said(f'flag.{flag.id}')}\\\n"
            f"  Here 此处: {held['zh']} {held['en']}\\\n"
            f"  Other reading 另一理解: {other['zh']} {other['en']}"
        )
    return "\n\n".join([told[0], "\n".join(told[1:])])


def gaps(folders: Mapping[str, str], book: LawBook) -> str:
    told = []
    for keys, english, chinese in GAPS:
        links = ", ".join(f"[{key}]({folders[book.provisions[key].instrument.id]}.md)" for key in keys)
        told.append(f"- {chinese}\\\n  {english} ({links})")
    return "\n".join(told)
