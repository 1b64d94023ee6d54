"""An analysis in, text of one format out."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kuajing.model.analysis import Analysis
from kuajing.reports.articles import article_text, articles_text, instrument_text, whole_text
from kuajing.reports.cases_json import cases_json, explanation_json
from kuajing.reports.cases_text import cases_lines
from kuajing.reports.diagram import picture
from kuajing.reports.diagram_layout import laid_out
from kuajing.reports.diagram_model import Picture
from kuajing.reports.dot_text import dot_text
from kuajing.reports.estate_openlineage import estate_openlineage
from kuajing.reports.explain import explain_transfer, explanation_lines
from kuajing.reports.json_text import render_json
from kuajing.reports.law_changes import law_changes_lines, verdict_changes_lines
from kuajing.reports.lineage_dot import lineage_dot
from kuajing.reports.lineage_json import lineage_json
from kuajing.reports.lineage_openlineage import openlineage
from kuajing.reports.lineage_table import table_lines, table_text
from kuajing.reports.lineage_tree import tree_lines, tree_text
from kuajing.reports.mermaid import mermaid_text
from kuajing.reports.openlineage_parts import NO_DAY
from kuajing.reports.reach import reach_text
from kuajing.reports.sarif import render_sarif
from kuajing.reports.svg import svg_text
from kuajing.reports.text import lines as text_lines
from kuajing.reports.text import render_text
from kuajing.reports.transfers_table import transfers_json, transfers_text
from kuajing.reports.words import Names

Render = Callable[[Analysis, str, Names], str]

REPORTS: Mapping[str, Render] = MappingProxyType(
    {
        "text": render_text,
        "json": lambda analysis, _language, names: render_json(analysis, names),
        "sarif": lambda analysis, _language, names: render_sarif(analysis, names),
    }
)
"""The formats of `check`; JSON and SARIF speak both languages whatever is asked."""

PICTURES: Mapping[str, Callable[[Picture], str]] = MappingProxyType(
    {"svg": svg_text, "dot": dot_text, "mermaid": mermaid_text}
)
"""The formats of a picture."""

EXPORTS: Mapping[str, Callable[[Analysis], str]] = MappingProxyType({"openlineage": estate_openlineage})
"""The formats of other tools in which a whole estate can be handed on."""

__all__ = [
    "EXPORTS",
    "NO_DAY",
    "PICTURES",
    "REPORTS",
    "Names",
    "Picture",
    "article_text",
    "articles_text",
    "cases_json",
    "cases_lines",
    "explain_transfer",
    "explanation_json",
    "explanation_lines",
    "instrument_text",
    "laid_out",
    "law_changes_lines",
    "lineage_dot",
    "lineage_json",
    "openlineage",
    "picture",
    "reach_text",
    "table_lines",
    "table_text",
    "text_lines",
    "transfers_json",
    "transfers_text",
    "tree_lines",
    "tree_text",
    "verdict_changes_lines",
    "whole_text",
]
