"""Bytes to text without loss: byte order mark, UTF-8, the declared encoding, GB18030, in that order."""

import codecs
import re
from dataclasses import dataclass

# Longer marks first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# A closed list: codecs that turn text into something else (utf-7, unicode_escape, idna) stay out.
_DECLARABLE = (
    *("ascii", "utf-8", "gb2312", "gbk", "gb18030", "hz", "big5", "big5hkscs", "cp950"),
    *("shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "johab", "tis-620", "koi8-r"),
    *("iso8859-1", "iso8859-2", "iso8859-5", "iso8859-15", "cp1250", "cp1251", "cp1252"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"PAR1",
    b"ORC",
    b"Obj\x01",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
)
# Hive fields are split by \x01 to \x08 and logs hold \x1b, so a few control characters are still text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_CONTROLS_PER_THOUSAND = 50
_LINE_ENDS = re.compile("\r\n|\r|\x85")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# Two Chinese characters in GBK can be valid UTF-8 by chance, six almost never are.
_SHORT_BYTES = 24
# The areas of GB18030 that everybody fills for himself: Big5 read as GB18030 falls into them.
_USER_DEFINED = re.compile("[\ue000-\ue765]")
_FIRST_LETTER = "\u00c0"


class Undecodable(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """The bytes are not text that can be read; `reason` is a key of `kuajing.messages`."""

    def __init__(self, reason: str, values: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with plain line ends, the encoding that fitted, and whether another fits as naturally."""

    text: str
    encoding: str
    doubtful: bool = False


def is_known_encoding(name: str) -> bool:
    """Whether an encoding of that name may be declared."""
    return _codec(name) is not None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; raises Undecodable where no encoding fits without loss or the bytes are no text."""
    marked = _by_mark(data)
    if marked is not None:
        return marked
    if b"\x00" in data or data.startswith(_MAGIC):
        raise Undecodable("unread.binary")
    text = _strict(data, "utf-8")
    if text is None:
        return _declared_or_chinese(data, declared)
    doubtful = _also_reads_as_chinese(data, text)
    # Bytes that fit UTF-8 only by chance are what somebody declared them to be.
    if doubtful and declared is not None and _codec(declared) != "utf-8":
        return _declared_or_chinese(data, declared)
    return _as_text(text, "utf-8", doubtful=doubtful)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise Undecodable("unread.encoding_of_mark", (("encoding", encoding),))
            return _as_text(text, encoding, doubtful=False)
    return None


def _declared_or_chinese(data: bytes, declared: str | None) -> Decoded:
    if declared is not None:
        codec = _codec(declared)
        if codec is None:
            raise Undecodable("unread.encoding_unknown", (("encoding", declared),))
        text = _strict(data, codec)
        if text is not None:
            return _as_text(text, codec, doubtful=False)
    text = _strict(data, "gb18030")
    if text is not None and not _USER_DEFINED.search(text):
        return _as_text(text, "gb18030", doubtful=declared is not None or _reads_rarely(text))
    if declared is not None:
        raise Undecodable("unread.encoding_declared", (("encoding", declared),))
    raise Undecodable("unread.encoding")


def _reads_rarely(text: str) -> bool:
    """Whether a text has more of the seldom characters of GB18030 than plain Chinese does, as Big5 read so has."""
    beyond = "".join(_BEYOND_ASCII.findall(text))
    common = beyond.encode("gb2312", "ignore").decode("gb2312")
    return (len(beyond) - len(common)) * 3 > len(beyond)


def _as_text(text: str, encoding: str, *, doubtful: bool) -> Decoded:
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls * 1000 > len(text) * _CONTROLS_PER_THOUSAND:
        raise Undecodable("unread.binary")
    return Decoded(_with_plain_line_ends(text), encoding, doubtful)


def _with_plain_line_ends(text: str) -> str:
    """Every line end as a plain one; a closing Ctrl-Z, the end-of-file sign of old editors, is dropped."""
    if "\r" in text or "\x85" in text:
        text = _LINE_ENDS.sub("\n", text)
    return text.rstrip("\x1a") if text.endswith("\x1a") else text


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return found if found in _DECLARABLE else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _also_reads_as_chinese(data: bytes, text: str) -> bool:
    """Whether few bytes, read as UTF-8 in letters far from Chinese, are Chinese words in GB2312."""
    if text.isascii():
        return False
    words = list(_BEYOND_ASCII.finditer(text))
    if sum(len(word.group().encode()) for word in words) > _SHORT_BYTES:
        return False
    if not all(_is_rare(letter) for word in words for letter in word.group()):
        return False
    return not any(_is_usual_alone(text, word) for word in words) and _strict(data, "gb2312") is not None


def _is_usual_alone(text: str, word: re.Match[str]) -> bool:
    """Whether it is a sign such as a degree, or an accented letter inside a word of plain ones."""
    if len(word.group()) > 1:
        return False
    around = text[max(word.start() - 1, 0) : word.start()] + text[word.end() : word.end() + 1]
    return word.group() < _FIRST_LETTER or any(letter.isalpha() for letter in around)


def _is_rare(letter: str) -> bool:
    """Whether the letter belongs to none of the scripts and signs that Chinese companies write in."""
    usual = (
        "\u2000" <= letter <= "\u33ff"
        or "\u3400" <= letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7a3"
        or "\ufe10" <= letter <= "\uffef"
        or letter >= "\U0001f000"
    )
    return not usual
