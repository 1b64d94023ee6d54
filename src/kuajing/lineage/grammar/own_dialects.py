"""Dialects that sqlglot has not, or not whole: `table@link` in PostgreSQL, columns in T-SQL's OUTPUT, Oracle's updates of queries."""

from collections.abc import Collection

from sqlglot import exp
from sqlglot.dialects.oracle import Oracle
from sqlglot.dialects.postgres import Postgres
from sqlglot.dialects.tsql import TSQL
from sqlglot.parsers.oracle import OracleParser
from sqlglot.parsers.tsql import TSQLParser
from sqlglot.tokenizer_core import TokenType


class LinkedPostgres(Postgres):
    """Kingbase, openGauss and GaussDB: PostgreSQL whose names may end in `@link`."""

    class Tokenizer(Postgres.Tokenizer):
        """PostgreSQL's signs, and `@` inside a name."""

        VAR_SINGLE_TOKENS = {*Postgres.Tokenizer.VAR_SINGLE_TOKENS, "@"}  # noqa: RUF012  sqlglot's form


class OutputParser(TSQLParser):
    """T-SQL's grammar, with a whole name and its columns behind OUTPUT ... INTO, and WHERE behind that in a DELETE."""

    def _parse_delete(self) -> exp.Delete:
        delete = super()._parse_delete()
        if delete.args.get("where") is None:
            delete.set("where", self._parse_where())
        return delete

    def _parse_returning(self) -> exp.Returning | None:
        if not self._match(TokenType.RETURNING):
            return None
        expressions = self._parse_csv(self._parse_expression)
        into = None
        if self._match(TokenType.INTO):
            into = self._parse_schema(this=self._parse_table_parts(schema=True))
        return self.expression(exp.Returning(expressions=expressions, into=into))


class OutputTSQL(TSQL):
    """Known to sqlglot as `outputtsql` once this module is imported."""

    Parser = OutputParser


class UpdatedQueryParser(OracleParser):
    """Oracle's grammar, in which SET begins a clause and never names a query."""

    def _parse_table_alias(self, alias_tokens: Collection[TokenType] | None = None) -> exp.TableAlias | None:
        if self._curr and self._curr.token_type == TokenType.SET:
            return None
        return super()._parse_table_alias(alias_tokens)


class UpdatedQueryOracle(Oracle):
    """Known to sqlglot as `updatedqueryoracle` once this module is imported."""

    Parser = UpdatedQueryParser
