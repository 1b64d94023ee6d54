"""Which images of containers are stores, going by their names."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_KINDS = {
    "cassandra": "cassandra scylla",
    "clickhouse": "clickhouse",
    "db2": "db2",
    "elasticsearch": "elasticsearch opensearch",
    "etcd": "etcd",
    "infinispan": "infinispan",
    "influxdb": "influxdb",
    "kafka": "kafka redpanda",
    "mariadb": "mariadb",
    "memcached": "memcached",
    "milvus": "milvus",
    "minio": "minio",
    "mongodb": "mongo mongodb",
    "mysql": "mysql percona vitess",
    "neo4j": "neo4j",
    "oceanbase": "oceanbase",
    "oracle": "oracle",
    "postgres": "postgres postgresql postgis timescaledb pgvector questdb",
    "pulsar": "pulsar",
    "rabbitmq": "rabbitmq",
    "redis": "redis redismod valkey",
    "rocketmq": "rocketmq",
    "sqlserver": "mssql sqlserver",
    "tdengine": "tdengine",
}
_KIND_OF: Mapping[str, str] = MappingProxyType(
    {word: kind for kind, words in _KINDS.items() for word in words.split()}
)
_BESIDE = frozenset(
    (
        *(
            "ui",
            "exporter",
            "express",
            "commander",
            "admin",
            "manager",
            "connect",
            "client",
            "backup",
            "registry",
        ),
        *(
            "rest",
            "proxy",
            "web",
            "init",
            "console",
            "dashboard",
            "dashboards",
            "streams",
            "operator",
            "tools",
        ),
        *(
            "insight",
            "migrate",
            "schema",
            "topics",
            "keys",
            "iris",
            "ksqldb",
            "ksql",
            "akhq",
            "kafdrop",
            "mirror",
        ),
    )
)
_WORDS = re.compile(r"[\W_]+")
_DATABASES = (
    "MYSQL_DATABASE",
    "MARIADB_DATABASE",
    "POSTGRES_DB",
    "POSTGRESQL_DATABASE",
    "MONGO_INITDB_DATABASE",
)
DATABASES = frozenset(_DATABASES)
"""The variables by which images are told the database that they begin with."""


def kind_of_image(image: str) -> str | None:
    """The kind of store that an image is, None for what is none or only stands beside one."""
    name = image.rsplit("@", 1)[0]
    head, _, last = name.rpartition("/")
    folder = head.rpartition("/")[2].lower()
    parts = f"{folder}/{last.split(':', 1)[0]}"
    words = [word for word in _WORDS.split(parts.lower()) if word]
    if not _BESIDE.isdisjoint(words):
        return None
    if "azure-sql" in parts.lower():
        return "sqlserver"
    own = _WORDS.split(last.split(":", 1)[0].lower())
    # A folder that only has a store in its name holds whatever its people make.
    return next((_KIND_OF[word] for word in reversed((folder, *own)) if word in _KIND_OF), None)
