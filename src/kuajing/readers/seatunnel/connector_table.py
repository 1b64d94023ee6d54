"""The connectors of SeaTunnel by name: one row a family, and what a connector without a row is read as."""

from dataclasses import replace

from kuajing.readers.seatunnel.connectors import GUESSED, Connector

_JDBC = Connector(
    addresses=("url", "base-url", "base_url", "jdbc-url", "jdbc_url"),
    host="hostname",
    port="port",
    databases=("database", "database_name", "database-name"),
    names=("table_path", "table-names", "table-name", "table", "table_name", "table-pattern"),
    queries=("query", "sql"),
)


def _changes(scheme: str, dialect: str | None = None) -> Connector:
    """A connector that follows the changes of a database."""
    return replace(
        _JDBC,
        scheme=scheme,
        dialect=dialect,
        addresses=("base-url", "url", "base_url"),
        databases=("database-names", "database-name", "database"),
        names=("table-names", "table-name", "table-pattern", "tables"),
        queries=(),
    )


def _files(kind: str, **keys: object) -> Connector:
    return replace(Connector(kind=kind, paths=("path",)), **keys)  # type: ignore[arg-type]


def _objects(kind: str, provider: str | None, *endpoints: str) -> Connector:
    return Connector(
        kind=kind,
        scheme="https",
        addresses=("endpoint", *endpoints),
        buckets=("bucket",),
        paths=("path",),
        regions=("region",),
        provider=provider,
    )


_WEB = Connector(addresses=("url", "base_url", "webhook", "webhooks_url"), scheme="https", is_single=True)
_SEARCH = Connector("elasticsearch", addresses=("hosts",), names=("index",), columns=("source",))
_LAKE = ("warehouse", "catalog_uri", "uri")
_S3 = _objects("s3", "aws", "fs.s3a.endpoint")
_OSS = _objects("oss", "alibaba", "fs.oss.endpoint")
_COS = _objects("cos", "tencent")
_OBS = _objects("obs", "huawei")
_FTP = _files("ftp", scheme="ftp", host="host", port="port")
_SFTP = _files("sftp", scheme="sftp", host="host", port="port")
_HDFS = _files("hdfs", scheme="hdfs", addresses=("fs.defaultFS", "fs_defaultfs", "default_fs"))
_LOCAL = Connector("local", is_local=True, paths=("path",))
_ANY_FILE = Connector(scheme="file", addresses=("path",), is_single=True)
_MADE_UP = Connector(is_made_up=True)
_SNS = Connector("sqs", "https", None, ("url",), regions=("region",), provider="aws", is_single=True)

CONNECTORS: dict[str, Connector] = {
    "jdbc": _JDBC,
    "mysql-cdc": _changes("mysql", "mysql"),
    "tidb-cdc": _changes("mysql", "mysql"),
    "oceanbase-cdc": _changes("oceanbase", "mysql"),
    "oracle-cdc": _changes("oracle", "oracle"),
    "postgres-cdc": _changes("postgresql", "postgres"),
    "opengauss-cdc": _changes("opengauss", "postgres"),
    "sqlserver-cdc": _changes("sqlserver", "tsql"),
    "db2-cdc": _changes("db2"),
    "mongodb-cdc": Connector(
        "mongodb", "mongodb", None, ("hosts",), databases=("database",), names=("collection",)
    ),
    "mongodb": Connector(
        "mongodb", "mongodb", None, ("uri",), databases=("database",), names=("collection",)
    ),
    "kafka": Connector(
        "kafka", "kafka", None, ("bootstrap.servers", "bootstrap_servers"), names=("topic", "pattern")
    ),
    "pulsar": Connector(
        "pulsar",
        "pulsar",
        None,
        ("client.service-url", "client.service_url"),
        names=("topic", "topic-pattern"),
    ),
    "rocketmq": Connector("rocketmq", "rocketmq", None, ("name.srv.addr",), names=("topics", "topic")),
    "rabbitmq": Connector(
        "rabbitmq",
        "amqp",
        None,
        ("url",),
        host="host",
        port="port",
        databases=("virtual_host",),
        names=("queue_name",),
    ),
    "activemq": Connector(
        "activemq", "tcp", None, ("uri",), host="host", port="port", names=("queue_name", "topic_name")
    ),
    "amazonsqs": _SNS,
    "amazondynamodb": Connector(
        "dynamodb", "https", None, ("url",), names=("table",), regions=("region",), provider="aws"
    ),
    "hive": Connector(
        "hive",
        "thrift",
        "hive",
        ("metastore_uri", "metastore-uri", "hive_metastore_uris"),
        identifiers=("table_name", "hive_table_name"),
    ),
    "hivejdbc": _JDBC,
    "s3file": _S3,
    "ossfile": _OSS,
    "ossjindofile": _OSS,
    "cosfile": _COS,
    "obsfile": _OBS,
    "hdfsfile": _HDFS,
    "ftpfile": _FTP,
    "sftpfile": _SFTP,
    "localfile": _LOCAL,
    "file": _ANY_FILE,
    "filesource": _ANY_FILE,
    "clickhouse": Connector(
        "clickhouse",
        "clickhouse",
        "clickhouse",
        ("host",),
        databases=("database",),
        names=("table",),
        queries=("sql",),
    ),
    "clickhousefile": Connector(
        "clickhouse", "clickhouse", "clickhouse", ("host",), databases=("database",), names=("table",)
    ),
    "doris": Connector(
        "doris",
        "http",
        "doris",
        ("fenodes", "base-url"),
        databases=("database",),
        names=("table",),
        identifiers=("table.identifier",),
        columns=("doris.read.field",),
    ),
    "selectdbcloud": Connector(
        "doris",
        "http",
        "doris",
        ("jdbc-url", "load-url"),
        loads=("load-url",),
        databases=("database",),
        names=("table",),
        identifiers=("table.identifier",),
    ),
    "starrocks": Connector(
        "starrocks",
        "http",
        "starrocks",
        ("base-url", "nodeUrls", "node_urls"),
        loads=("nodeUrls", "node_urls"),
        databases=("database",),
        names=("table",),
    ),
    "elasticsearch": _SEARCH,
    "easysearch": _SEARCH,
    "typesense": Connector("typesense", addresses=("hosts",), names=("collection",)),
    "redis": Connector("redis", "redis", None, ("nodes",), host="host", port="port", names=("keys", "key")),
    "hbase": Connector(
        "hbase", "hbase", None, ("zookeeper_quorum",), schemas=("namespace",), names=("table",)
    ),
    "kudu": Connector(
        "kudu", "kudu", None, ("kudu_masters", "kudu_master"), names=("table_name", "kudu_table")
    ),
    "cassandra": Connector(
        "cassandra", "cassandra", None, ("host",), databases=("keyspace",), names=("table",), queries=("cql",)
    ),
    "influxdb": Connector(
        "influxdb", databases=("database",), addresses=("url",), names=("measurement",), queries=("sql",)
    ),
    "iotdb": Connector(
        "iotdb",
        "iotdb",
        None,
        ("node_urls",),
        host="host",
        port="port",
        names=("storage_group",),
        queries=("sql",),
    ),
    "tdengine": Connector("tdengine", addresses=("url",), databases=("database",), names=("stable",)),
    "neo4j": Connector("neo4j", "neo4j", None, ("uri",), databases=("database",), is_single=True),
    "milvus": Connector("milvus", addresses=("url",), databases=("database",), names=("collection",)),
    "qdrant": Connector("qdrant", "http", host="host", port="port", names=("collection_name",)),
    "druid": Connector("druid", addresses=("coordinatorUrl",), names=("datasource",)),
    "paimon": Connector(
        None, "hdfs", None, _LAKE, databases=("database",), names=("table",), queries=("query",)
    ),
    "iceberg": Connector(
        None,
        "hdfs",
        None,
        ("iceberg.catalog.config.warehouse", "iceberg.catalog.config.uri", *_LAKE),
        databases=("namespace",),
        names=("table",),
    ),
    "hudi": Connector(
        None, "hdfs", None, ("table_dfs_path", "table.path"), databases=("database",), names=("table_name",)
    ),
    "maxcompute": Connector(
        "maxcompute",
        "https",
        "maxcompute",
        ("endpoint",),
        default_address="https://service.odps.aliyun.com/api",
        databases=("project",),
        names=("table_name",),
    ),
    "tablestore": Connector(
        "tablestore", "https", None, ("end_point", "endpoint"), databases=("instance_name",), names=("table",)
    ),
    "datahub": Connector("datahub", "https", None, ("endpoint",), databases=("project",), names=("topic",)),
    "sls": Connector("sls", "https", None, ("endpoint",), databases=("project",), names=("logstore",)),
    "bigquery": Connector(
        "bigquery", "bigquery", None, ("project_id",), databases=("dataset_id",), names=("table_id",)
    ),
    "s3redshift": replace(_JDBC, addresses=("jdbc_url",), names=("jdbc_table", "table")),
    "openmldb": Connector(
        "openmldb",
        "openmldb",
        None,
        ("zk_host",),
        host="host",
        port="port",
        databases=("database",),
        queries=("sql",),
    ),
    "googlesheets": replace(
        _WEB, default_address="https://sheets.googleapis.com", names=("sheet_id",), is_single=False
    ),
    "googlefirestore": replace(
        _WEB,
        default_address="https://firestore.googleapis.com",
        databases=("project_id",),
        names=("collection",),
    ),
    "email": Connector("smtp", "smtp", None, ("email_host",), is_single=True),
    "emailsink": Connector("smtp", "smtp", None, ("email_host",), is_single=True),
    "sentry": Connector(None, "https", None, ("dsn",), is_single=True),
    "socket": Connector("socket", "tcp", None, host="host", port="port", is_single=True),
    "wechat": _WEB,
    "fakesource": _MADE_UP,
    "fakesourcestream": _MADE_UP,
    "fake": _MADE_UP,
    "fakestream": _MADE_UP,
    "console": _MADE_UP,
    "consolesink": _MADE_UP,
    "stdout": _MADE_UP,
    "assert": _MADE_UP,
    "inmemory": _MADE_UP,
    **dict.fromkeys(
        (
            *("http", "klaviyo", "onesignal", "notion", "jira", "github", "gitlab", "lemlist", "persistiq"),
            *(
                "myhours",
                "feishu",
                "dingtalk",
                "wechat",
                "slack",
                "web3j",
                "graphql",
                "prometheus",
                "sensorsdata",
            ),
        ),
        _WEB,
    ),
}
"""Families by the connector's name in lower case."""


def connector_named(family: str) -> Connector:
    """The connector of a name in lower case; the guessed one where no row describes it."""
    return CONNECTORS.get(family, GUESSED)
