"""The page that explains the words of the declaration, made from the descriptions beside each key."""

from dataclasses import dataclass, field

from kuajing.readers.declaration.schema import Schema, declaration_schema
from kuajing.readers.declaration.start import start_text

_KINDS = {
    "answer": "`yes`, `no` or `unknown`; `true` and `false` are read as well.",
    "standing": "`yes`, `no`, `unknown` or `not_applicable`.",
    "text": "Words. A text that looks like a number or like `true` stands in quotes.",
    "path": "A path or pattern from the root of the repository, with forward slashes; it may not lead out of it.",
    "date": "`2026-01-31`; `null` where it is known not to have come; `unknown`.",
    "known date": "`2026-01-31`.",
    "count": "People: `120_000`, `12万`, `1.2亿`, the interval `[100_000, 150_000]`, the interval without a ceiling "
    "`[100_000, null]`, or `unknown`. Decimals are refused, save before 千, 万, 百万, 千万 and 亿, where the product "
    "must be whole.",
    "number": "A whole number, 0 or more.",
    "percent": "A number: `15` for 15 %.",
    "share": "A number from 0 to 1.",
    "overlap": "`same`, `disjoint`, `unknown`, or the most people that may be in both.",
    "duration": "ISO 8601: `P3Y`, `P6M`, `P1Y6M`, `P30D`.",
    "jurisdiction": "`mainland`, or the two capitals of ISO 3166-1: `HK`, `MO`, `TW`, `SG`, `US`. `CN` is the mainland.",
    "side": "`mainland`, `abroad`, or a jurisdiction code.",
    "location": "`provider/region` such as `alibaba/cn-shanghai`, `mainland`, or a jurisdiction code.",
    "category": "An id of the category tree such as `pi.basic.phone`, or `none`.",
    "category prefix": "An id of the category tree or the beginning of one, such as `pi.basic`; `important` for "
    "important data.",
    "encoding": "The name of a text encoding, such as `gb18030` or `big5`.",
}

_OPENING = """\
# The declaration

What files cannot show, people declare: who decides, who receives, where systems stand, for what purpose data moves
and on which footing. A declaration is YAML with the key `kuajing: 1`, in any number of files, by default in the folder
`flows/`; together they make one whole, in whatever order they are read.

- Every value may be `unknown`, and a key that is left out says the same. Unknown is never read as no, zero or
  mainland.
- An unknown key is an error, told with its place and the nearest key; all errors of all files are told at once.
- YAML is read by its 1.2 core rules: `NO` is a text, `017` is a text, `2_300_000` is a number.
- The tool writes a JSON Schema of these words beside a new declaration, so that editors complete and check them.

"""


@dataclass(slots=True)
class _Page:
    """The page while it is written: tables wait until the table that names them is done."""

    schema: Schema
    lines: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[str, str]] = field(default_factory=list)


def declaration_page() -> str:
    """The text of `docs/declaration.md`."""
    schema = declaration_schema()
    page = _Page(schema)
    for section, shape in schema["properties"].items():
        page.lines += [f"## `{section}`", "", shape["description"], ""]
        if section == "kuajing":
            continue
        said = _value(page, shape, section)
        if said:
            page.lines += [said, ""]
        while page.waiting:
            _table(page, *page.waiting.pop(0), section)
    example = [
        "## A first declaration",
        "",
        "```yaml",
        *start_text("flows/estate.yaml").splitlines(),
        "```",
        "",
    ]
    return _OPENING + "\n".join([*_kinds(), *example, *page.lines]).rstrip() + "\n"


def _kinds() -> list[str]:
    rows = [f"| {kind} | {meaning} |" for kind, meaning in _KINDS.items()]
    return ["## Kinds of values", "", "| kind | how it is written |", "|---|---|", *rows, ""]


def _table(page: _Page, name: str, called: str, section: str) -> None:
    shape = page.schema["$defs"][name]
    if called != section:
        page.lines += [f"### `{called}`", "", shape["description"], ""]
    required = shape.get("required", [])
    page.lines += ["| key | value | meaning |", "|---|---|---|"]
    for key, below in shape["properties"].items():
        value = _value(page, below, f"{called}.{key}")
        needed = " (needed)" if key in required else ""
        page.lines.append(f"| `{key}`{needed} | {value} | {below.get('description', '')} |")
    page.lines.append("")


def _value(page: _Page, shape: Schema, called: str) -> str:
    """How a value is written, in words; the keys of a mapping are told in a table of their own."""
    match shape:
        case {"$comment": kind}:
            said = str(kind)
        case {"$ref": reference}:
            said = _keys(page, reference.rsplit("/", 1)[1], called)
        case {"anyOf": shapes}:
            others = [_value(page, other, called) for other in shapes]
            said = " or ".join(dict.fromkeys(other for other in others if other))
        case {"enum": listed}:
            said = ", ".join(f"`{word}`" for word in listed if isinstance(word, str) and word != "unknown")
        case {"type": "array", "items": items}:
            said = f"list of {_value(page, items, called)}"
        case {"additionalProperties": values}:
            said = f"by name: {_value(page, values, called)}"
        case _:
            said = ""
    return said


def _keys(page: _Page, name: str, called: str) -> str:
    first = page.told.get(name)
    if first is None:
        page.told[name] = called
        page.waiting.append((name, called))
        first = called
    return f"keys of `{first}`" if "." in first else "these keys"
