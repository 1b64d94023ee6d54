"""Catalogs and resources: a list of options that names another metastore, server or warehouse."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kuajing.lineage.endpoints import Place, file_place, server_place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.option_places import known_there, place_of_options, region_of
from kuajing.lineage.shims.servers import Binding, created, name_of, options_behind
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token

_KINDS = {
    "hms": "hive",
    "unified": "hive",
    "es": "elasticsearch",
    "max_compute": "maxcompute",
    "odps": "maxcompute",
    "deltalake": "delta",
    "delta_lake": "delta",
    "lakesoul": "postgres",
    "odbc_catalog": "odbc",
    "postgresql": "postgres",
}
_SERVER_KEYS = (
    "hive.metastore.uris",
    "iceberg.hive.metastore.uris",
    "iceberg.rest.uri",
    "iceberg.catalog.uri",
    "paimon.rest.uri",
    "uri",
    "hosts",
    "fe_http_hosts",
    "fe_thrift_hosts",
    "kudu.master",
    "trino.connection-url",
    "trino.hive.metastore.uri",
    "lakesoul.pg.url",
    "mc.endpoint",
    "mc.odps_endpoint",
    "odps.endpoint",
    "dlf.endpoint",
    "dlf.catalog.endpoint",
    "glue.endpoint",
    "aws.glue.endpoint",
)
"""Keys of the server that a catalog asks, the most telling first."""
_STORE_KEYS = (
    "warehouse",
    "iceberg.catalog.warehouse",
    "paimon.catalog.warehouse",
    "iceberg.catalog.hadoop.warehouse",
)
_DATABASE_KEYS = ("mc.default.project", "odps.project")


def catalog(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE [EXTERNAL] CATALOG name WITH | PROPERTIES ('type' = ..., url ...), or WITH RESOURCE resource."""
    cursor = created(words, ("CATALOG",), ("EXTERNAL", "CATALOG"))
    name = name_of(cursor) if cursor is not None else None
    if cursor is None or name is None:
        return None
    resource = Cursor(words, cursor.position)
    if resource.skip_to("WITH", "RESOURCE") and resource.take("WITH", "RESOURCE"):
        called = resource.take_value() or ""
        return Binding(
            "catalog", name, session.servers.get(called.lower()) or Place("resource", called.lower())
        )
    flink = options_behind(cursor, "WITH")
    if flink:
        # Flink names the connector; Doris and StarRocks leave the kind to the URL
        place = place_of_options(flink, flink.get("type"))
        if place is None:
            return Binding("catalog", name, None)
        engine = known_there(place, flink).engine or kind_of(flink)
        return Binding("catalog", name, replace(place, engine=engine))
    said = options_behind(cursor, "PROPERTIES")
    if said:
        return Binding("catalog", name, place_of_catalog(said) or _by_name(said, name[-1]))
    return Binding("catalog", name, place_of_options(options_behind(cursor, "USING"), None))


def resource(words: Sequence[Token], session: Session) -> Binding | None:
    """CREATE [EXTERNAL] RESOURCE "name" PROPERTIES ("type" = ..., ...)."""
    del session
    cursor = created(words, ("RESOURCE",), ("EXTERNAL", "RESOURCE"))
    if cursor is None:
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_value()
    said = options_behind(cursor, "PROPERTIES")
    return Binding("server", (name.strip("`").lower(),), place_of_catalog(said)) if name else None


def _by_name(said: Mapping[str, str], name: str) -> Place | None:
    """A catalog that says its kind and no address is known by its name."""
    kind = kind_of(said)
    return Place(kind, name, region_of(said)) if kind and kind != "internal" else None


def kind_of(said: Mapping[str, str]) -> str:
    """The kind of system a catalog leads to: what its options call `type`, under the engine's own name."""
    kind = said.get("type", "").lower()
    if kind == "trino-connector":
        kind = said.get("trino.connector.name", kind).lower()
    return _KINDS.get(kind, kind)


def place_of_catalog(said: Mapping[str, str], kind: str | None = None) -> Place | None:
    """The place that the options of a catalog, or of a table bound like one, name; None when they say no address."""
    kind = kind or kind_of(said)
    region = region_of(said)
    if kind in {"jdbc", "s3", "oss", "hdfs", ""}:
        return place_of_options(said, None)
    for key in _SERVER_KEYS:
        if said.get(key):
            address = server_address(said[key])
            database = next((said[word] for word in _DATABASE_KEYS if said.get(word)), "")
            return Place(kind, f"{address}/{database}" if database else address, region)
    for key in _STORE_KEYS:
        if said.get(key):
            return Place(kind, file_place(said[key]).address, region)
    return place_of_options(said, kind)


def server_address(urls: str) -> str:
    """The hosts of one or several URLs that commas part."""
    return ",".join(_host(url.strip()) for url in urls.split(",") if url.strip())


def _host(url: str) -> str:
    """The host and port of a URL; a path behind the host of a web service names no database."""
    address = server_place(url, "").address
    return address.partition("/")[0] if url.lower().startswith("http") else address
