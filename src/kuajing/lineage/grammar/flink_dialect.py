"""Flink SQL for sqlglot, which has none: Spark's grammar, MATCH_RECOGNIZE and what Flink does on a conflict."""

from sqlglot.dialects.spark import Spark
from sqlglot.parsers.spark import SparkParser
from sqlglot.tokenizer_core import TokenType


class FlinkParser(SparkParser):
    """Spark's grammar without functions of Spark under whose names users of Flink write their own."""

    FUNCTIONS = {name: build for name, build in SparkParser.FUNCTIONS.items() if name != "SPLIT"}  # noqa: RUF012
    CONFLICT_ACTIONS = {**SparkParser.CONFLICT_ACTIONS, "DO": ("NOTHING", "UPDATE", "DEDUPLICATE", "ERROR")}  # noqa: RUF012


class Flink(Spark):
    """Known to sqlglot as `flink` once this module is imported."""

    Parser = FlinkParser

    class Tokenizer(Spark.Tokenizer):
        """Spark's words and the one that opens a pattern over rows; SESSION is a window."""

        KEYWORDS = {  # noqa: RUF012  sqlglot's form
            **{word: kind for word, kind in Spark.Tokenizer.KEYWORDS.items() if word != "SESSION"},
            "MATCH_RECOGNIZE": TokenType.MATCH_RECOGNIZE,
        }
