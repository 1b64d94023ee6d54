"""The place that an engine of ClickHouse names by its arguments, by its settings, or by a named collection."""

import re
from collections.abc import Mapping

from kuajing.lineage.endpoints import Place, file_place, host_place, server_place
from kuajing.lineage.shims.connections import connection_place
from kuajing.lineage.shims.program_places import program_place
from kuajing.lineage.shims.table_functions import Arguments

_SERVERS = {
    "MYSQL": "mysql",
    "POSTGRESQL": "postgres",
    "MONGODB": "mongodb",
    "REDIS": "redis",
    "MATERIALIZEDPOSTGRESQL": "postgres",
    "MATERIALIZEDMYSQL": "mysql",
    "HIVE": "hive",
    "CLICKHOUSE": "clickhouse",
    "CASSANDRA": "cassandra",
    "YTSAURUS": "ytsaurus",
    "ARROWFLIGHT": "arrowflight",
    "KAFKA": "kafka",
    "RABBITMQ": "rabbitmq",
    "NATS": "nats",
}
_WITHOUT_DATABASE = frozenset({"REDIS", "KAFKA", "RABBITMQ", "NATS", "YTSAURUS", "ARROWFLIGHT"})
_QUEUE_KEYS = ("kafka_broker_list", "rabbitmq_host_port", "rabbitmq_address", "nats_url", "nats_server_list")
_STORES = re.compile(
    r"S3(?:QUEUE|CLUSTER)?|URL|HTTP|HDFS|GCS|OSS|COSN|FILELOG|FILE|(?:DELTALAKE|ICEBERG|HUDI|PAIMON)(?:S3|HDFS|LOCAL)?"
)
_AZURE = re.compile(r"AZUREBLOBSTORAGE(?:CLUSTER)?|AZUREQUEUE|(?:DELTALAKE|ICEBERG|PAIMON)AZURE")
_HOST_KEYS = ("host", "hostname", "addresses_expr", "nats_url")
_DATABASE_KEYS = ("database", "db", "keyspace")
_URL_KEYS = ("url", "path", "filename", "uri", "connection_string", "storage_account_url", "datasource")
_ACCOUNT = re.compile(r"(?i)\b(AccountName|BlobEndpoint|EndpointSuffix)\s*=\s*([^;]+)")


def place_of_engine(  # noqa: PLR0911  one return for each family of engines
    name: str, arguments: Arguments, settings: Mapping[str, str]
) -> Place | None:
    """The place a call such as `MySQL('host:port', 'database', ...)` names; None where it stays in the database."""
    plain = name.replace("_", "").upper()
    values = arguments.positional
    if plain == "EXTERNALDISTRIBUTED" and values:
        return place_of_engine(values[0], Arguments(values[1:], arguments.named), settings)
    if _AZURE.fullmatch(plain):
        return azure_place(values, arguments.named)
    first = (
        values[0]
        if values
        else next((arguments.named[key] for key in _URL_KEYS if key in arguments.named), "")
    )
    if _STORES.fullmatch(plain):
        # FILE(format) keeps its rows with the database
        return _store(plain, first) if first and (plain != "FILE" or "." in first or "/" in first) else None
    if plain == "SQLITE":
        return Place("sqlite", first) if first else None
    if plain == "DATALAKECATALOG":
        lake = "delta" if settings.get("catalog_type") == "unity" else "iceberg"
        return Place(lake, server_place(first or settings.get("warehouse", "")).address.partition("/")[0])
    if plain in {"DISTRIBUTED", "CLUSTER", "CLUSTERALLREPLICAS"}:
        return Place("cluster", first) if first else None
    if plain in {"JDBC", "ODBC"}:
        return bridged(plain.lower(), first) if first else None
    if plain in {"EXECUTABLE", "EXECUTABLEPOOL"}:
        return program_place(first or arguments.named.get("command", ""))
    kind = _SERVERS.get(plain)
    return _server(plain, kind, arguments, settings) if kind is not None else None


def _store(plain: str, path: str) -> Place:
    place = file_place(path)
    if place.kind == "http" and plain.startswith("S3"):
        return Place("s3", place.address)  # a store of that make at an address of its own
    return place


def bridged(kind: str, text: str) -> Place:
    """The place behind a JDBC URL or an ODBC connection string; a bare word is the name of a source."""
    if text.lower().startswith("jdbc:"):
        return server_place(text)
    said = {key.lower(): value for key, _, value in (part.partition("=") for part in text.split(";"))}
    if "dsn" in said and not {"server", "host", "servername"} & said.keys():
        return Place(kind, said["dsn"])
    return connection_place(text, kind)


def _server(plain: str, kind: str, arguments: Arguments, settings: Mapping[str, str]) -> Place | None:
    values, named = arguments.positional, arguments.named
    asked = next((settings[key] for key in _QUEUE_KEYS if settings.get(key)), None)
    asked = asked or next((named[key] for key in _HOST_KEYS if named.get(key)), None)
    host = asked or (values[0] if values else named.get("uri"))
    if not host:
        return None
    if "://" in host:
        place = server_place(host, kind)
        if "/" in place.address or plain in _WITHOUT_DATABASE:
            return Place(
                kind, place.address.partition("/")[0] if plain in _WITHOUT_DATABASE else place.address
            )
        host = place.address
    database = next((named[key] for key in _DATABASE_KEYS if named.get(key)), None)
    if database is None and len(values) > 1:
        database = values[1]
    return host_place(kind, host, named.get("port"), None if plain in _WITHOUT_DATABASE else database)


def azure_place(values: tuple[str, ...], named: Mapping[str, str]) -> Place | None:
    """A container of Azure and a path in it; of a connection string only the account is kept."""
    account = values[0] if values else named.get("connection_string") or named.get("storage_account_url", "")
    container = values[1] if len(values) > 1 else named.get("container", "")
    path = values[2] if len(values) > 2 else named.get("blob_path", "")  # noqa: PLR2004  account, container, path
    if not account:
        return None
    said = {key.lower(): value for key, value in _ACCOUNT.findall(account)}
    if "blobendpoint" in said:
        account = said["blobendpoint"]
    elif "accountname" in said:
        account = f"https://{said['accountname']}.blob.{said.get('endpointsuffix', 'core.windows.net')}"
    elif "://" not in account:
        return Place("azure", re.split(r"[;=\s]", account, maxsplit=1)[0])
    whole = "/".join(part.strip("/") for part in (account, container, path) if part)
    return Place("azure", file_place(whole).address)
