"""Where secrets stand in a text: by the name before them, by the place they stand in, by their own shape."""

import re
from collections.abc import Iterator

from kuajing.source.secret_names import is_secret_name

Span = tuple[int, int]

_NAMED = re.compile(
    r"""(?<![\w.\-])(?P<dashes>--?)?(?P<key>[A-Za-z_\u4e00-\u9fff][\w.\-]*+)
    (?:\\*["'`]|\])?\s*(?P<sign>=>|:=|==|[:=：＝]|(?<=\s))\s*""",
    re.VERBOSE,
)
_QUOTED = re.compile(
    r"""(?P<open>["'`])(?P<value>(?:\\.|(?!(?P=open))[^\\])*+)
    | (?P<escaped>\\+["'`])(?P<within>.*?)(?:(?P=escaped)|\Z)""",
    re.DOTALL | re.VERBOSE,
)
_TO_SEPARATOR = re.compile(r"""[^\s,;&"'<>)\]}]+""")
_TO_LINE_END = re.compile(r"[^\n]*")
_TO_COMMA = {
    "": re.compile(r"[^\n,}\]]*"),
    "'": re.compile(r"[^\n,}\]']*"),
    '"': re.compile(r"[^\n,}\]\"]*"),
}
_KEPT = re.compile(
    r"""(?:\s|:|\$\{[^{}]*\}|\$\w+|\$\$\w+\$\$|\{\{[^{}]*\}\}|%\w+%|<%=[^%]*%>|\#\{[^{}]*\})*
    |null|NULL|None|true|false|True|False|~|\*+|[|>][-+]?|\{|\[|\(""",
    re.VERBOSE,
)
# Group 1 is the secret.
_IN_PLACE = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"://([^\s/'\"<>?#@]*:[^\s/'\"<>?#]*)@",
        r"://([^\s/@:'\"]*:(?!\d{1,5}(?:[/?#\s'\"]|$))[^\s'\"]*)@",
        r"\bhttps?://([^\s/'\"<>?#@]+)@",
        r"\bjdbc:oracle:\w+:([^\s/@'\"]+/[^\s@'\"]+)@",
        r"\bsqlplus\s+(?:-\w+\s+)*([^\s/@]+/[^\s@]+)",
        r"\bidentified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?('[^']*'|\"[^\"]*\"|[^\s;,]+)",
        r"\bpassword\s*\(\s*('[^']*'|\"[^\"]*\")",
        r"\b(?:encrypted\s+)?password\s+('[^']*')",
        r"\bcredentials\s+(?:as\s+)?('[^']*')",
        r"\bmysql(?:dump|import|admin)?\b[^\n|;]*?\s(?-i:-p)([^\s;|]+)",
        r"\bcurl\b[^\n|;]*?\s(?:-u|--user)[\s=]+([^\s;|]+:[^\s;|]+)",
        r"\bbearer\s+([A-Za-z0-9._~+/=\-]{8,})",
        r"-----BEGIN [A-Z0-9 ]+-----(.*?)(?:-----END|\Z)",
    )
)
_XML = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"<([\w.\-:]+)(?:\s[^<>]*)?>([^<]+)<",
        r"\bname\s*=\s*[\"']([^\"']*)[\"']\s+value\s*=\s*[\"']([^\"']*)[\"']",
        r"<name>\s*([^<\s]+)\s*</name>\s*<value>([^<]*)<",
    )
)
_SHAPED = re.compile(
    r"""(?<![A-Za-z0-9])(?:
      (?:AKIA|ASIA)[0-9A-Z]{12,} | LTAI[0-9A-Za-z]{8,} | AKID[0-9A-Za-z]{8,}
    | gh[pousr]_[A-Za-z0-9]{20,} | glpat-[\w\-]{15,} | xox[abeoprs]-[\w\-]{10,} | sk-[\w\-]{20,} | AIza[\w\-]{30,}
    | \$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{20,} | \$[156]\$[./A-Za-z0-9]+\$[./A-Za-z0-9]{20,}
    | eyJ[\w\-]{8,}\.[\w\-]{8,}(?:\.[\w\-]*)?
    )""",
    re.VERBOSE,
)
_TOKEN = re.compile(r"(?<![A-Za-z0-9+_\-])[A-Za-z0-9+_\-][A-Za-z0-9+/_\-]{19,}+={0,2}")
_HEX = re.compile(r"[0-9a-f]{32,}|[0-9A-F]{32,}")
_RUN = re.compile(r"[a-z]+|[A-Z]+|[0-9]+")
_FEWEST_DIGITS = 2
# Letters and digits at random change their kind at every second sign; names of things far more rarely.
_FEWEST_CHANGES = 0.4
_PIECES_OF_WORDS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{3,}")
_MOST_IN_WORDS = 0.75
_LONG = 32
_SHORTEST = 20


def secret_spans(text: str) -> list[Span]:
    """Begin and end of each secret, in order and apart from each other."""
    found = sorted({*_named(text), *_in_place(text), *_in_xml(text), *_shaped(text)})
    spans: list[Span] = []
    for begin, end in found:
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((begin, end))
    return spans


def _named(text: str) -> Iterator[Span]:
    for found in _NAMED.finditer(text):
        if not is_secret_name(found["key"]):
            continue
        if not found["sign"] and found["dashes"] != "--":
            continue
        span = _value(text, found)
        if span is not None and not _is_kept(text[span[0] : span[1]]):
            yield span


def _value(text: str, found: re.Match[str]) -> Span | None:
    begin = found.end()
    quoted = _QUOTED.match(text, begin)
    if quoted is not None:
        return quoted.span("value" if quoted["open"] else "within")
    line = text.rfind("\n", 0, found.start()) + 1
    before = text[line : found.start()]
    if not before.strip(" \t\"'`-"):
        pattern = _TO_LINE_END
    elif found["sign"] in {":", "："}:
        # Inside a quoted comment the value ends with the comment.
        pattern = _TO_COMMA[next((quote for quote in "'\"" if before.count(quote) % 2), "")]
    else:
        pattern = _TO_SEPARATOR
    value = pattern.match(text, begin)
    return None if value is None else (begin, begin + len(value.group().rstrip()))


def _in_place(text: str) -> Iterator[Span]:
    for pattern in _IN_PLACE:
        for found in pattern.finditer(text):
            if not _is_kept(found.group(1).strip("'\"")):
                yield found.span(1)


def _in_xml(text: str) -> Iterator[Span]:
    for pattern in _XML if "<" in text else ():
        for found in pattern.finditer(text):
            if is_secret_name(found.group(1)) and not _is_kept(found.group(2)):
                yield found.span(2)


def _shaped(text: str) -> Iterator[Span]:
    for found in _SHAPED.finditer(text):
        yield found.span()
    for found in _TOKEN.finditer(text):
        # A slash parts folders, unless the whole is one key in base 64 and no address goes before it.
        in_address = "/" in found.group() and text[: found.start()].endswith(("/", ":", "."))
        if not in_address and _looks_random(found.group(), mixed_only="/" in found.group()):
            yield found.span()
        else:
            yield from _random_names(found.group(), found.start())


def _random_names(path: str, begin: int) -> Iterator[Span]:
    for name in path.split("/"):
        if len(name) >= _SHORTEST and _looks_random(name, mixed_only=False):
            yield begin, begin + len(name)
        begin += len(name) + 1


def _is_kept(value: str) -> bool:
    return _KEPT.fullmatch(value) is not None


def _looks_random(token: str, *, mixed_only: bool) -> bool:
    body = token.rstrip("=")
    digits = sum(letter.isdigit() for letter in body)
    if digits < _FEWEST_DIGITS or digits == len(body):
        return False
    if _HEX.fullmatch(body):
        return not mixed_only
    mixed = any(letter.islower() for letter in body) and any(letter.isupper() for letter in body)
    changes = len(_RUN.findall(body)) - 1
    in_words = sum(map(len, _PIECES_OF_WORDS.findall(body)))
    return (
        (mixed or (len(body) >= _LONG and not mixed_only))
        and changes >= _FEWEST_CHANGES * (len(body) - 1)
        and in_words <= _MOST_IN_WORDS * len(body)
    )
