"""Names that would be markup, script, links or control characters, were they not kept as text."""

from dataclasses import replace

from tests.reports.sample import ANALYSIS

from kuajing.model.analysis import Analysis

PAYLOADS = (
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "</text></svg><script>x</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "<![CDATA[x]]>",
    "<!-- x",
    "&lt;&amp;&#x41;",
    "]]>",
    '"] ; a -> b [label="',
    "\\N\\G\\l\\",
    "%%{init: {'securityLevel': 'loose'}}%%",
    "`markdown` **bold** _it_ ~x~",
    'click b0 "javascript:alert(1)"',
    "[a](javascript:alert(1))",
    "end\n  b0 --> b1",
    "\x1b[31mred\x1b[0m",
    "\u202egpj.exe",
    "zero\u200bwidth\u2028line",
    "#quot;#60;",
    "a|b;c{d}e@f",
    "{count}",
    "\ud800\ufffe",
)


def named(payload: str) -> Analysis:
    """The sample with a system of that name."""
    systems = tuple(
        replace(system, label=payload, located=payload) if system.id == "crm" else system
        for system in ANALYSIS.estate.systems
    )
    return replace(ANALYSIS, estate=replace(ANALYSIS.estate, systems=systems))
