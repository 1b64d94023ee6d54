"""Trino's CREATE CATALOG name USING connector WITH (...): the server or store behind the tables of a catalog."""

from collections.abc import Mapping, Sequence

from kuajing.lineage.endpoints import Place, file_place, host_place, server_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.option_places import connector_kind
from kuajing.lineage.shims.servers import Binding, options_behind
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_HOST_KEYS = (
    "kafka.nodes",
    "mongodb.seeds",
    "redis.nodes",
    "cassandra.contact-points",
    "elasticsearch.host",
    "opensearch.host",
    "kudu.client.master-addresses",
)
_PORT_KEYS = ("elasticsearch.port", "opensearch.port", "cassandra.native-protocol-port")
_URL_KEYS = (
    "connection-url",
    "mongodb.connection-url",
    "hive.metastore.uri",
    "pinot.controller-urls",
    "prometheus.uri",
    "iceberg.rest-catalog.uri",
    "iceberg.jdbc-catalog.connection-url",
)
_STORE_KEYS = ("iceberg.rest-catalog.warehouse", "iceberg.jdbc-catalog.default-warehouse-dir")


def trino_catalog(words: Sequence[Token], session: Session) -> Binding | None:
    """The place a catalog's options name; None as place where they name none."""
    del session
    cursor = Cursor(words)
    if not cursor.take("CREATE", "CATALOG"):
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None or not cursor.take("USING"):
        return None
    connector = (cursor.take_value() or "").strip('"').lower()
    return Binding("catalog", name, _place(connector, options_behind(cursor, "WITH")))


def _place(connector: str, said: Mapping[str, str]) -> Place | None:
    kind = connector_kind(connector.replace("_", "-"))
    store = next((said[key] for key in _STORE_KEYS if "://" in said.get(key, "")), None)
    if store is not None:
        return file_place(store)
    host = next((said[key] for key in _HOST_KEYS if key in said), None)
    if host is not None:
        return host_place(kind, host, next((said[key] for key in _PORT_KEYS if key in said), None))
    url = next((said[key] for key in _URL_KEYS if key in said), None)
    return None if url is None else server_place(url, None if url.startswith("jdbc:") else kind)
