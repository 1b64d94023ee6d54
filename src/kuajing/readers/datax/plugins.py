"""How each DataX and Addax plugin says where it reads or writes: keys as data, one row a family of plugins."""

import re
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint

_SAFE_FAMILY = re.compile(r"[a-z]\w{0,63}")

KeyPath = tuple[str, ...]
"""Keys to follow from the parameter inwards."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """The keys of one family of plugins.

    `kind` is the kind of store where the address itself does not say. `addresses` are keys of whole addresses;
    `host` and `port` are keys of their parts; with `protocols` the key `protocol` names the kind. `clusters` means that a list of addresses is one cluster; otherwise
    each stands for itself. `loads` are keys of further hosts that rows are written through. `databases`,
    `schemas`, `datasets`, `buckets`, `paths` and `files` are keys of the parts of a dataset's name. `columns`
    are the keys whose lists, one after the other, name the columns. `dialect` reads the expressions among them.
    `guessed` is the family of a plugin that no row describes.
    """

    kind: str | None = None
    dialect: str | None = None
    scheme: str = "http"
    addresses: tuple[KeyPath, ...] = ()
    default_address: str | None = None
    host: str | None = None
    port: str | None = None
    protocols: bool = False
    clusters: bool = False
    loads: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    schemas: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    buckets: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    columns: tuple[str, ...] = ("column",)
    synthetic: bool = False
    guessed: str | None = None

    @property
    def is_relational(self) -> bool:
        """Whether its columns are SQL that a database evaluates."""
        return ("jdbcUrl",) in self.addresses


def _jdbc(dialect: str | None, kind: str | None = None, loads: tuple[str, ...] = ()) -> Plugin:
    return Plugin(
        kind=kind,
        dialect=dialect,
        addresses=(("jdbcUrl",),),
        loads=loads,
        databases=("selectedDatabase",),
        datasets=("table",),
    )


def _objects(kind: str) -> Plugin:
    return Plugin(
        kind=kind,
        scheme="https",
        addresses=(("endpoint",),),
        buckets=("bucket",),
        paths=("object",),
        files=(),
    )


_FTP = Plugin(
    kind="ftp", scheme="ftp", host="host", port="port", protocols=True, paths=("path",), files=("fileName",)
)
_LOCAL = Plugin(kind="local", scheme="file", paths=("path",), files=("fileName",))
_HBASE = Plugin(
    kind="hbase",
    scheme="hbase",
    addresses=(("hbaseConfig", "hbase.zookeeper.quorum"), ("queryServerAddress",), ("queryserverAddress",)),
    clusters=True,
    schemas=("schema",),
    datasets=("table",),
)


_LOADS = ("loadUrl", "beLoadUrl", "feLoadUrl")

PLUGINS: dict[str, Plugin] = {
    "mysql": _jdbc("mysql"),
    "adbmysql": _jdbc("mysql"),
    "drds": _jdbc("mysql"),
    "oceanbasev10": _jdbc("mysql"),
    "oceanbase": _jdbc("mysql"),
    "mariadb": _jdbc("mysql"),
    "tidb": _jdbc("mysql"),
    "postgresql": _jdbc("postgres"),
    "greenplum": _jdbc("postgres"),
    "gaussdb": _jdbc("postgres"),
    "kingbasees": _jdbc("postgres"),
    "oracle": _jdbc("oracle"),
    "dm": _jdbc("oracle"),
    "oscar": _jdbc("oracle"),
    "sqlserver": _jdbc("tsql"),
    "sybase": _jdbc("tsql"),
    "db2": _jdbc(None),
    "rdbms": _jdbc(None),
    "sqlite": _jdbc("sqlite"),
    "access": _jdbc(None),
    "hana": _jdbc(None),
    "clickhouse": _jdbc("clickhouse"),
    "doris": _jdbc("doris", "doris", _LOADS),
    "selectdb": _jdbc("doris", "doris", _LOADS),
    "starrocks": _jdbc("starrocks", "starrocks", _LOADS),
    "databend": _jdbc("mysql", "databend", _LOADS),
    "hive": _jdbc("hive"),
    "impala": _jdbc("hive"),
    "presto": _jdbc("trino"),
    "trino": _jdbc("trino"),
    "tdengine": _jdbc(None, "tdengine"),
    "adbpg": Plugin(
        "postgres",
        "postgres",
        "postgresql",
        host="host",
        port="port",
        databases=("database",),
        schemas=("schema",),
        datasets=("table",),
    ),
    "ads": Plugin("mysql", "mysql", "mysql", (("url",),), databases=("schema",), datasets=("table",)),
    "hologresjdbc": Plugin(
        "postgres",
        "postgres",
        "postgresql",
        (("url",),),
        databases=("database",),
        schemas=("schema",),
        datasets=("table",),
    ),
    "odps": Plugin(
        "maxcompute",
        "maxcompute",
        "https",
        (("odpsServer",), ("tunnelServer",)),
        default_address="https://service.odps.aliyun.com/api",
        databases=("project",),
        datasets=("table",),
    ),
    "ots": Plugin(
        "tablestore",
        None,
        "https",
        (("endpoint",),),
        databases=("instanceName",),
        datasets=("table",),
        columns=("primaryKey", "column"),
    ),
    "loghub": Plugin("sls", None, "https", (("endpoint",),), databases=("project",), datasets=("logstore",)),
    "datahub": Plugin(
        "datahub", None, "https", (("endpoint",),), databases=("project",), datasets=("topic",)
    ),
    "mongodb": Plugin(
        "mongodb",
        None,
        "mongodb",
        (("address",),),
        clusters=True,
        databases=("dbName", "database"),
        datasets=("collectionName", "collection"),
    ),
    "elasticsearch": Plugin(
        "elasticsearch", None, "http", (("endpoint",), ("hosts",)), clusters=True, datasets=("index",)
    ),
    "kafka": Plugin(
        "kafka",
        None,
        "kafka",
        (("brokerList",), ("bootstrapServers",), ("bootstrap.servers",), ("servers",)),
        clusters=True,
        datasets=("topic",),
    ),
    "rocketmq": Plugin(
        "rocketmq", None, "rocketmq", (("nameServer",), ("namesrvAddr",)), datasets=("topic",)
    ),
    "cassandra": Plugin(
        "cassandra", None, "cassandra", host="host", port="port", databases=("keyspace",), datasets=("table",)
    ),
    "kudu": Plugin(
        "kudu",
        None,
        "kudu",
        (("kuduConfig", "kudu.master_addresses"), ("masterAddress",)),
        clusters=True,
        datasets=("table",),
    ),
    "hbase094x": _HBASE,
    "hbase11x": _HBASE,
    "hbase20x": _HBASE,
    "obhbase": _HBASE,
    "hbase11xsql": _HBASE,
    "hbase11sql": _HBASE,
    "hbase20xsql": _HBASE,
    "redis": Plugin("redis", None, "redis", (("uri",), ("address",)), host="host", port="port"),
    "influxdb": Plugin(
        "influxdb", None, "http", (("endpoint",),), databases=("database",), datasets=("table",)
    ),
    "influxdb2": Plugin(
        "influxdb", None, "http", (("endpoint",),), databases=("bucket",), datasets=("table",)
    ),
    "opentsdb": Plugin("opentsdb", None, "http", (("endpoint",),), datasets=("metric",)),
    "tsdb": Plugin("tsdb", None, "http", (("endpoint",),), datasets=("metric",)),
    "neo4j": Plugin("neo4j", None, "neo4j", (("uri",),), databases=("database",), columns=("properties",)),
    "gdb": Plugin("gdb", None, "gdb", host="host", port="port", datasets=("label", "labels")),
    "milvus": Plugin(
        "milvus", None, "http", (("endpoint",),), databases=("database",), datasets=("collection",)
    ),
    "ocs": Plugin("memcached", None, "memcached", (("proxy",),), port="port"),
    "http": Plugin("http", None, "http", (("url",),)),
    "hdfs": Plugin("hdfs", None, "hdfs", (("defaultFS",),), paths=("path",)),
    "oss": _objects("oss"),
    "cos": _objects("cos"),
    "obs": _objects("obs"),
    "s3": _objects("s3"),
    "minio": _objects("s3"),
    "ftp": _FTP,
    "sftp": _FTP,
    "txtfile": _LOCAL,
    "dbf": _LOCAL,
    "excel": _LOCAL,
    "json": _LOCAL,
    "jsonfile": _LOCAL,
    "stream": Plugin(synthetic=True),
}
"""Families by the plugin's name without `reader` or `writer`."""

_DIALECTS_BY_KIND = {
    "mysql": "mysql",
    "mariadb": "mysql",
    "oceanbase": "mysql",
    "postgres": "postgres",
    "gaussdb": "postgres",
    "kingbase": "postgres",
    "greenplum": "postgres",
    "redshift": "redshift",
    "oracle": "oracle",
    "dm": "oracle",
    "sqlserver": "tsql",
    "sybase": "tsql",
    "clickhouse": "clickhouse",
    "hive": "hive",
    "trino": "trino",
    "presto": "trino",
    "snowflake": "snowflake",
    "sqlite": "sqlite",
}


def plugin_named(name: str) -> Plugin | None:
    """The plugin of a reader's or writer's name; None for one that no row describes."""
    return PLUGINS.get(_family(name))


def guessed_plugin(name: str) -> Plugin:
    """What a plugin that no row describes is read as: most speak JDBC."""
    family = _family(name)
    safe = family if _SAFE_FAMILY.fullmatch(family) else "unknown"
    return Plugin(addresses=(("jdbcUrl",),), datasets=("table",), guessed=safe)


def _family(name: str) -> str:
    family = name.strip().lower()
    for ending in ("reader", "writer"):
        family = family.removesuffix(ending)
    return family


def dialect_at(plugin: Plugin, endpoint: Endpoint | None) -> str | None:
    """The SQL dialect that a plugin speaks at an endpoint: that of the plugin, else of the kind of store."""
    if plugin.dialect is not None or endpoint is None:
        return plugin.dialect
    return _DIALECTS_BY_KIND.get(endpoint.kind)
