"""The kinds of store that addresses name: their spellings, default ports and how they nest names."""

from collections.abc import Mapping
from types import MappingProxyType

_SPELLINGS = {
    "athena": "athena awsathena",
    "azure_blob": "abfs abfss wasb wasbs adl",
    "clickhouse": "clickhouse clickhousedb ch",
    "cos": "cos cosn",
    "db2": "db2 as400",
    "dm": "dm dameng",
    "elasticsearch": "elasticsearch elastic es opensearch",
    "gaussdb": "gaussdb opengauss zenith",
    "gs": "gs gcs",
    "hdfs": "hdfs webhdfs swebhdfs viewfs",
    "hive": "hive hive2 kyuubi",
    "http": "http https ws wss",
    "kafka": "kafka kafkas",
    "kingbase": "kingbase kingbase8 kingbasees",
    "ldap": "ldap ldaps",
    "maxcompute": "odps maxcompute",
    "mongodb": "mongodb mongo",
    "mqtt": "mqtt mqtts",
    "obs": "obs",
    "postgres": "postgresql postgres pgsql pg cockroachdb",
    "rabbitmq": "amqp amqps",
    "redis": "redis rediss redis-sentinel redis-cluster",
    "s3": "s3 s3a s3n",
    "sap": "sap hana",
    "sftp": "sftp scp",
    "sqlserver": "sqlserver mssql",
    "sybase": "sybase",
    "tablestore": "ots tablestore",
    "tdengine": "taos taos-rs taos-ws tdengine",
    "zookeeper": "zookeeper zk",
}
_BY_SPELLING: Mapping[str, str] = MappingProxyType(
    {spelling: kind for kind, spellings in _SPELLINGS.items() for spelling in spellings.split()}
)

BUCKET_KINDS = frozenset({"s3", "oss", "obs", "cos", "gs", "bos", "tos", "minio", "azure_blob"})
URI_KINDS = frozenset({"hdfs", "http", "ftp", "ftps", "sftp", "smb"})
"""Kinds whose address is shown as the whole URI and ends in a path."""

PATH_KINDS = URI_KINDS | {"elasticsearch", "kafka", "mqtt", "nats", "pulsar"}
"""Kinds whose address ends in a path, topic or index rather than a database."""

NESTED_KINDS = frozenset({"trino", "presto", "snowflake", "databricks", "bigquery"})
"""Kinds whose path holds a catalogue and a schema."""

LOCAL_KINDS = frozenset({"h2", "sqlite", "derby", "hsqldb", "duckdb"})

DEFAULT_PORTS: Mapping[str, int] = MappingProxyType(
    {
        "clickhouse": 8123,
        "db2": 50000,
        "dm": 5236,
        "elasticsearch": 9200,
        "hive": 10000,
        "kafka": 9092,
        "kingbase": 54321,
        "mariadb": 3306,
        "mongodb": 27017,
        "mysql": 3306,
        "oracle": 1521,
        "postgres": 5432,
        "rabbitmq": 5672,
        "redis": 6379,
        "redshift": 5439,
        "snowflake": 443,
        "sqlserver": 1433,
        "tdengine": 6030,
    }
)


def kind_of(spelling: str) -> str:
    """The kind that a scheme or JDBC subprotocol names; an unknown one is its own kind.

    A driver after a plus sign (`mysql+pymysql`, `mongodb+srv`) says nothing about the store.
    """
    name = spelling.lower().split("+", 1)[0]
    return _BY_SPELLING.get(name, name)
