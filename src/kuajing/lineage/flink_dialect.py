"""Flink SQL for sqlglot, which has none: Spark's grammar, and MATCH_RECOGNIZE."""

from sqlglot.dialects.spark import Spark
from sqlglot.tokenizer_core import TokenType


class Flink(Spark):
    """Known to sqlglot as `flink` once this module is imported."""

    class Tokenizer(Spark.Tokenizer):
        """Spark's words and the one that opens a pattern over rows."""

        KEYWORDS = {**Spark.Tokenizer.KEYWORDS, "MATCH_RECOGNIZE": TokenType.MATCH_RECOGNIZE}  # noqa: RUF012  sqlglot's form
