"""All forms of DDL that name a place outside."""

from collections.abc import Callable, Sequence

from kuajing.lineage.session import Session
from kuajing.lineage.shims import (
    attachments,
    backups,
    catalogs,
    dictionaries,
    external_tables,
    links,
    replications,
    servers,
    stages,
    synonyms,
    trino_catalogs,
)
from kuajing.lineage.shims.servers import Binding
from kuajing.lineage.text.lexer import Token

NAMERS: tuple[Callable[[Sequence[Token], Session], Binding | None], ...] = (
    servers.server,
    links.database_link,
    links.dameng_link,
    synonyms.synonym,
    links.linked_server,
    links.named_connection,
    trino_catalogs.trino_catalog,
    replications.database_of_another,
    catalogs.catalog,
    catalogs.resource,
    servers.foreign_catalog,
    servers.connection,
    servers.foreign_schema,
    servers.external_schema,
    servers.shared_database,
    servers.data_source,
    stages.stage,
    attachments.attached,
    servers.database_engine,
    dictionaries.bound_dictionary,
    backups.repository,
    external_tables.directory,
    external_tables.external_table,
    external_tables.file_table,
)
"""In the order they are tried."""
