"""The place that a list of options or the arguments of a table engine name."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kuajing.lineage.credentials import without_credentials, without_users
from kuajing.lineage.endpoints import Place, file_place, host_place, server_place

_URL_KEYS = (
    "path",
    "warehouse",
    "url",
    "base-url",
    "jdbc_url",
    "jdbc-url",
    "jdbc_uri",
    "hive.sql.jdbc.url",
    "connection-url",
    "connectionurl",
    "uri",
    "uris",
    "storage_uri",
    "hosts",
    "location",
    "external_location",
)
_FILE_KEYS = frozenset({"path", "warehouse", "location", "uri", "uris", "storage_uri", "external_location"})
_BROKER_KEYS = (
    "properties.bootstrap.servers",
    "kafka.bootstrap.servers",
    "bootstrap.servers",
    "kafka_broker_list",
    "service-url",
    "pulsar_service_url",
)
_HOST_KEYS = (
    "hostname",
    "host",
    "hostaddr",
    "servername",
    "address",
    "fenodes",
    "load-url",
    "zookeeper.quorum",
    "hbase.zookeeper.quorum",
    "es.nodes",
    "mongo.uri",
    "kudu.master_addresses",
    "kudu.masters",
    "druid.broker.address.default",
    "nodes",
    "endpoint",
    "metastore.uris",
)
_DATABASE_KEYS = ("database-name", "database", "dbname", "default-database")
_QUALIFIED_KEYS = ("table.identifier", "table-name", "collection")
"""Keys whose value may name a database before the table."""
_CONNECTOR = re.compile(r"^(?:upsert-|continuous-)|-cdc$|-\d[\d.]*(?:-\w+)?$")
_CONNECTORS = {"postgresql": "postgres", "sqlserver": "sqlserver", "mongo": "mongodb", "es": "elasticsearch"}


def connector_kind(connector: str) -> str:
    """The kind of system a connector such as `mysql-cdc`, `upsert-kafka` or `elasticsearch-7` leads to."""
    plain = _CONNECTOR.sub("", _CONNECTOR.sub("", connector.lower()))
    return _CONNECTORS.get(plain, plain)


_SERVER_URL = re.compile(r"(?i)jdbc:|(?:mongodb(?:\+srv)?|mysql|mariadb|postgres(?:ql)?|rediss?|amqps?)://")
"""URLs of servers under keys whose values are mostly paths."""
_NAME = re.compile(r"\w+")


def place_of_options(said: Mapping[str, str], kind: str | None) -> Place | None:
    """The place a list of options names: brokers, a URL, or a host with its port and database."""
    kind = connector_kind(kind) if kind else kind
    region = region_of(said)
    for key in _BROKER_KEYS:
        if key in said:
            return Place(kind or "kafka", without_users(re.sub(r"\w+://", "", said[key])), region)
    for key in _URL_KEYS:
        if key in said:
            return _at_url(said, key, kind, region)
    host = next((said[key] for key in _HOST_KEYS if key in said), None)
    if host is None:
        return None
    place = host_place(kind or "unknown", without_credentials(host), said.get("port"), _database(said))
    return Place(place.kind, place.address, region)


def region_of(said: Mapping[str, str]) -> str | None:
    """The region that a list of options names under any key."""
    return next((said[key] for key in sorted(said) if key.endswith("region") and said[key]), None)


_NAME_KEYS = (
    *("table-name", "table.identifier", "topic", "topic-pattern", "index", "collection", "catalog-table"),
    *("table", "tablename"),
)
_OUTER_KEYS = {"catalog-table": "catalog-database", "table-name": "schema-name"}
"""What stands beside a table's name and before it in its whole name."""
_PLAIN_NAME = re.compile(r"[\w$-]+(?:\\?\.[\w$-]+)*")


def known_there(place: Place, said: Mapping[str, str]) -> Place:
    """The place, with what options say of the table there and of what keeps it."""
    key = next((one for one in _NAME_KEYS if said.get(one)), None)
    engine = server_place(said.get("url") or said.get("base-url") or "").kind if place.kind == "jdbc" else ""
    engine = "" if engine in {"unknown", "jdbc"} else engine
    if key is None or (place.kind in {"file", *_STORES} and key != "catalog-table"):
        return replace(place, engine=engine or place.engine)
    name = said[key]
    is_whole = key in {"topic", "topic-pattern", "index"} or not _PLAIN_NAME.fullmatch(name)
    parts = (name,) if is_whole else tuple(name.replace("\\.", ".").split("."))
    outer = said.get(_OUTER_KEYS.get(key, ""), "")
    if outer and len(parts) == 1 and _PLAIN_NAME.fullmatch(outer):
        parts = (outer, *parts)
    return replace(place, inside=parts, engine=engine or place.engine)


_STORES = frozenset({"s3", "oss", "cos", "obs", "tos", "gcs", "azure", "hdfs"})


def _database(said: Mapping[str, str]) -> str | None:
    named = next((said[key] for key in _DATABASE_KEYS if key in said), None)
    if named is not None:
        return named
    qualified = next((said[key] for key in _QUALIFIED_KEYS if "." in said.get(key, "")), "")
    database = qualified.replace("\\.", ".").split(".", 1)[0]
    return database if _NAME.fullmatch(database) else None


def _at_url(said: Mapping[str, str], key: str, kind: str | None, region: str | None) -> Place:
    url = said[key]
    if key in _FILE_KEYS and not _SERVER_URL.match(url):
        place = file_place(url)
        return Place(place.kind, place.address, region)
    place = _several(url, kind) if key == "hosts" else server_place(url, kind)
    database = _database(said)
    if database and "/" not in place.address and key != "base-url":
        return Place(place.kind, f"{place.address}/{database}", region)
    return Place(place.kind, place.address, region)


def _several(urls: str, kind: str | None) -> Place:
    """Hosts that semicolons or commas part, each with a scheme of its own or none."""
    places = [server_place(url.strip(), kind) for url in re.split(r"[;,]", urls) if url.strip()]
    found = places[0] if places else server_place(urls, kind)
    return Place(found.kind, ",".join(place.address for place in places))
