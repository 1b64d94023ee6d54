"""Flink SQL for sqlglot, which has none: Spark's grammar, and MATCH_RECOGNIZE."""

from sqlglot.dialects.spark import Spark
from sqlglot.parsers.spark import SparkParser
from sqlglot.tokenizer_core import TokenType


class FlinkParser(SparkParser):
    """Spark's grammar without functions of Spark under whose names users of Flink write their own."""

    FUNCTIONS = {name: build for name, build in SparkParser.FUNCTIONS.items() if name != "SPLIT"}  # noqa: RUF012


class Flink(Spark):
    """Known to sqlglot as `flink` once this module is imported."""

    Parser = FlinkParser

    class Tokenizer(Spark.Tokenizer):
        """Spark's words and the one that opens a pattern over rows."""

        KEYWORDS = {**Spark.Tokenizer.KEYWORDS, "MATCH_RECOGNIZE": TokenType.MATCH_RECOGNIZE}  # noqa: RUF012  sqlglot's form
