"""The pages of the checks: what each does, why it matters, what to do, in English and Chinese."""

import re
from collections.abc import Iterator

from kuajing.checks import broad_acceptance, expired_acceptance, unused_acceptance
from kuajing.checks.seam import Check
from kuajing.model.findings import Level

_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"\*\*(.+?)\*\*")


def page(name: str, language: str, checks: tuple[Check, ...]) -> str | None:
    """The page of a check as plain text in `en`, `zh` or `both`; None where there is no such check."""
    for other, level, text in _told(checks):
        if other == name:
            parts = [part for part in ("en", "zh") if language in {part, "both"}]
            paragraphs = [paragraph for part in parts for paragraph in _paragraphs(text)[part]]
            title = f"{name}\n{level.value}"
            return "\n\n".join([title, *(_WORD.sub(r"\1", one) for one in paragraphs)]) + "\n"
    return None


def all_pages(checks: tuple[Check, ...]) -> str:
    """The pages of all checks as one Markdown document, in the order of the table."""
    lines = ["# Checks 检查", "", _OPENING, ""]
    for name, level, text in _told(checks):
        parts = _paragraphs(text)
        lines += [f"## {name}", "", f"`{level.value}`", ""]
        lines += [line for part in ("en", "zh") for one in parts[part] for line in (one, "")]
    return "\n".join(lines)


_OPENING = (
    "Every finding names its check. `settings.checks` in the declaration changes the level of a check (`report`, "
    "`warn`, `block`); `acceptances` accept single findings with a reason and an end. `kuajing explain NAME` shows one "
    "of these pages. 每项发现都写明所属检查。申报文件的 `settings.checks` 可调整级别，`acceptances` 可附理由和期限接受个别发现；"
    "`kuajing explain 检查名` 显示其中一页。"
)


def _told(checks: tuple[Check, ...]) -> Iterator[tuple[str, Level, str]]:
    yield from ((check.name, check.level, check.page) for check in checks)
    yield expired_acceptance.EXPIRED, expired_acceptance.LEVEL, expired_acceptance.PAGE
    yield unused_acceptance.UNUSED, unused_acceptance.LEVEL, unused_acceptance.PAGE
    yield broad_acceptance.BROAD, broad_acceptance.LEVEL, broad_acceptance.PAGE


def _paragraphs(text: str) -> dict[str, list[str]]:
    """The paragraphs of a page by language, each on one line: the first one with Chinese begins the Chinese part."""
    parts: dict[str, list[str]] = {"en": [], "zh": []}
    for paragraph in text.strip().split("\n\n"):
        chinese = bool(parts["zh"]) or _HAN.search(paragraph) is not None
        glue = "" if chinese else " "
        parts["zh" if chinese else "en"].append(glue.join(line.strip() for line in paragraph.splitlines()))
    return parts
