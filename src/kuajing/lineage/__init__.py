"""SQL text in; statements, column edges, transform tags and what stayed unread out. The only door of sqlglot."""

from kuajing.lineage.grammar.plain_parser import use_plain_parser

use_plain_parser()
