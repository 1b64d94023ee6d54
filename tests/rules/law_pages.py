"""The pages of `docs/law`, written from the book: one for each instrument."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tests.rules.law_use import Use

from kuajing.law import LawBook
from kuajing.law.provisions import Instrument, Provision, Version
from kuajing.messages import message
from kuajing.model.articles import Article, ZoneList
from kuajing.reports.article_data import clock_said, content_said, penalty_said
from kuajing.reports.words import words_for

FAR = date(2099, 12, 31)
CONFIDENCE = {
    "OFF": "checked against official text",
    "COM": "known from commentary or news only",
    "INF": "our inference from official text; contestable",
    "MEM": "from memory, not checked; no answer turns on it",
}
WORDS = words_for("both", {})


def natural(key: str) -> tuple[tuple[int, str], ...]:
    """Article 5 before article 10."""
    return tuple(
        (int(digits), "") if digits else (-1, letters) for digits, letters in re.findall(r"(\d+)|(\D+)", key)
    )


def said(key: str) -> str:
    """A message in both languages."""
    return " ".join(dict.fromkeys((message(key, "zh"), message(key, "en"))))


def page(provisions: Sequence[Provision], folder: str, book: LawBook, found: dict[str, Use]) -> str:
    """The page of one instrument."""
    one = provisions[0].instrument
    parts = [head(one, folder), *checked(provisions, found), "## Articles 条款"]
    parts += ["\n\n".join(article(provision, book, found[provision.key])) for provision in provisions]
    return "\n\n".join(parts) + "\n"


def head(one: Instrument, folder: str) -> str:
    lines = [f"# {one.title[1]} {one.title[0]}", ""]
    lines.append(f"- Issuer 发布机关: {one.issuer[1]} {one.issuer[0]}")
    if one.number:
        lines.append(f"- Number 文号: {one.number}")
    if one.adopted:
        lines.append(f"- Adopted 通过: {one.adopted}")
    if one.is_draft:
        lines.append(f"- **A draft 征求意见稿**, published {one.since}. It is in force on no day.")
    else:
        until = f" until 至 {one.repealed} (that day not included 不含当日)" if one.repealed else ""
        lines.append(f"- In force 施行: from 自 {one.since}{until}")
    lines.append(f"- Text 原文: {f'<{one.link}>' if one.link else 'no address is recorded 未记录网址'}")
    lines.append(f"- Data 数据: [`rules/law/{folder}`](../../rules/law/{folder})")
    lines += [
        "",
        "Written from the data by a test; own words, no translation, no legal advice. [All instruments](README.md)",
    ]
    return "\n".join(lines)


def checked(provisions: Sequence[Provision], found: dict[str, Use]) -> Iterator[str]:
    """What an answer turns on, what is only named, and what is only described."""
    turning = [one for one in provisions if found[one.key].is_checked]
    named = [one for one in provisions if found[one.key].named and one not in turning]
    pointed = [one for one in provisions if found[one.key].points and one not in turning and one not in named]
    others = [one for one in provisions if one not in turning and one not in named and one not in pointed]
    yield "## What is checked 检查的内容"
    yield (
        listed(turning)
        if turning
        else "Nothing: no question, duty or violation rests on this instrument. 无。"
    )
    if named:
        yield "Named beside a verdict, where a fact or another article calls for it; no answer turns on them 仅作引用："
        yield listed(named)
    yield "## What is not checked 未检查的内容"
    if pointed:
        yield "Pointed to by the finding `unchecked-rule` where the declared facts fall under them 仅作提示："
        yield listed(pointed)
    if others:
        yield "Described only: no question rests on these articles, and no verdict names them. 仅作说明，不参与判断："
        yield listed(others)
    elif not pointed:
        yield "Every article held here plays a part. What the instrument says beyond them is not held. 未收录的条款不检查。"


def listed(provisions: Sequence[Provision]) -> str:
    return "\n".join(f"- [{one.key}](#{anchor(one)}): {_place(one)}" for one in provisions)


def anchor(one: Provision) -> str:
    return re.sub(r"[^a-z0-9-]", "", one.key.lower())


def _place(one: Provision) -> str:
    return " ".join(dict.fromkeys((one.place[1], one.place[0]))).strip() or "全文 whole"


def article(provision: Provision, book: LawBook, use: Use) -> Iterator[str]:
    yield f"### {provision.key}"
    for version in provision.versions:
        shown = book.article(provision.key, version.since)
        assert shown is not None
        yield "\n".join(_version(provision, version, shown))
    yield "\n".join(_use(use))


def _version(provision: Provision, version: Version, shown: Article) -> Iterator[str]:
    yield f"**{_place(provision)}**, {_standing(version, shown)}"
    yield ""
    yield f"{version.gloss[1]}\\"
    yield version.gloss[0]
    yield ""
    yield f"- Confidence 可信度: {version.confidence}, {CONFIDENCE[version.confidence]}; last checked 核对 {version.checked}"
    for name, items in (
        ("Holds 内容", [content_said(content, shown, WORDS) for content in shown.contents]),
        ("Deadline 期限", [_both(clock_said, clock) for clock in shown.clocks]),
        ("List 清单", [_zone(one) for one in version.zone_lists]),
        (
            "Where a breach is found 如认定违反",
            [
                " ".join(dict.fromkeys(penalty_said(one, shown, each) for each in WORDS.apart()[::-1]))
                for one in shown.penalties
            ],
        ),
    ):
        yield from (f"- {name}: {item}" for item in items)


def _both(say: object, clock: object) -> str:
    assert callable(say)
    return " ".join(say(clock, each) for each in WORDS.apart()[::-1])


def _standing(version: Version, shown: Article) -> str:
    if shown.is_draft:
        return f"published {version.since}, in force on no day"
    return f"from {version.since}" + (f" until {version.until}" if version.until else "")


def _zone(one: ZoneList) -> str:
    edition = f", edition {one.edition[1]} {one.edition[0]}" if one.edition[0] else ""
    since = f"from {one.since}" if one.since else "day of publication not known 公布日期不明"
    fields = "; ".join(f"{zh} {en}" for en, zh in one.sectors)
    excluded = ", ".join(said(f"fact.{path}") for path in one.excludes)
    return (
        f"{said(f'value.handler.ftz.{one.area}')}{edition}, {'the whole city' if one.reach == 'city' else 'the zone'}, "
        f"{since}"
        + (f"; fields 领域: {fields}" if fields else "")
        + (f"; leaves out 不适用: {excluded}" if excluded else "")
    )


def _use(use: Use) -> Iterator[str]:
    yield "What kuajing does with it 用途："
    yield ""
    lines = [f"- question `{name}`: {said(f'ask.{name}')}" for name in use.questions]
    lines += [f"- duty `{name}`: {said(f'duty.{name}')}" for name in use.duties]
    lines += [f"- violation `{name}`: {said(f'violation.{name}')}" for name in use.violations]
    lines += [f"- its deadline `{name}` is computed 计算期限" for name in use.clocks]
    if use.asked:
        lines.append("- another condition asks whether it holds 其他条件引用")
    if use.orders:
        lines.append("- it says which question stands before which 决定判断次序")
    if use.named and not use.is_checked:
        lines.append("- verdicts name it; no answer turns on it 仅作引用")
    if use.points:
        lines.append("- the finding `unchecked-rule` points to it; no answer turns on it 仅作提示")
    if use.waits and not use.named:
        lines.append("- its condition is written down, and nothing asks it 条件已记录，但不参与判断")
    yield from lines or ["- nothing: it is described only 仅作说明"]
