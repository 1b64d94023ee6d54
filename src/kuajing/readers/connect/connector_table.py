"""The connectors of Kafka Connect by the name of their class: one row a family."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kuajing.readers.connect.rows import Naming, Row, Way
from kuajing.readers.seatunnel.connectors import Connector

_MAPS = ("topic.index.map", "snowflake.topic2table.map", "topic2TableMap", "topic2table.map", "topics.map")


def _changes(scheme: str, *databases: str) -> Row:
    """A connector that follows the changes of a database."""
    store = Connector(
        scheme=scheme,
        addresses=("mongodb.connection.string", "mongodb.hosts", "connection.uri"),
        host="database.hostname",
        port="database.port",
        databases=databases,
    )
    return Row(Way.SOURCE, store, Naming.CHANGES)


def _sink(store: Connector, *formats: str, is_flat: bool = False) -> Row:
    return Row(Way.SINK, store, formats=formats, maps=_MAPS, is_flat=is_flat)


def _object(kind: str, bucket: str, provider: str | None, regions: tuple[str, ...], *addresses: str) -> Row:
    """A sink that writes objects below a folder with the name of the topic."""
    store = Connector(
        kind,
        "https",
        addresses=addresses,
        buckets=(bucket, "bucket.name", "bucket"),
        paths=("topics.dir", "file.name.prefix", "aws.s3.prefix"),
        regions=regions,
        provider=provider,
    )
    return Row(Way.SINK, store)


def _web(kind: str, *addresses: str, default: str | None = None) -> Row:
    """A sink at a service of which the host alone counts: its path may hold a token."""
    store = Connector(kind, "https", addresses=addresses, default_address=default, is_single=True)
    return Row(Way.SINK, store, is_host_alone=True)


def _queue(kind: str, scheme: str, host: str, port: str, *names: str) -> Connector:
    return Connector(kind, scheme, host=host, port=port, names=names)


_JDBC = Connector(
    addresses=("connection.url", "azure.sql.dw.url", "url", "jdbc.url"),
    host="connection.host",
    port="connection.port",
    databases=("db.name", "azure.sql.dw.database.name", "connection.database"),
    names=("table.whitelist", "table.include.list", "tables"),
    queries=("query",),
)
_TABLE_FORMATS = ("table.name.format", "collection.name.format")


def _tables(scheme: str) -> Row:
    return Row(Way.SOURCE, replace(_JDBC, scheme=scheme), Naming.TABLES)


def _into(scheme: str) -> Row:
    return _sink(replace(_JDBC, scheme=scheme, names=(), queries=()), *_TABLE_FORMATS)


_MONGO = Connector(
    "mongodb",
    "mongodb",
    addresses=(
        "connection.uri",
        "mongodb.connection.uri",
        "mongodb.connection.string",
        "connection.host",
        "uri",
    ),
    databases=("database", "sink.database", "mongodb.database"),
    names=("collection", "mongodb.collection"),
)
_SEARCH = Connector("elasticsearch", "http", addresses=("connection.url", "hosts", "elastic.url"))
_SNOWFLAKE = Connector(
    "snowflake",
    "https",
    addresses=("snowflake.url.name",),
    databases=("snowflake.database.name",),
    schemas=("snowflake.schema.name",),
)
_BIGQUERY = Connector(
    "bigquery",
    "bigquery",
    addresses=("project",),
    databases=("project",),
    schemas=("defaultDataset", "datasets"),
)
_CLICKHOUSE = Connector(
    "clickhouse",
    "http",
    addresses=("clickhouse.url",),
    host="hostname",
    port="port",
    databases=("database", "clickhouse.database"),
)
_DORIS = Connector(
    "doris", "http", addresses=("doris.urls",), port="doris.http.port", databases=("doris.database",)
)
_STARROCKS = Connector(
    "starrocks", "http", addresses=("starrocks.http.url",), databases=("starrocks.database.name",)
)
_HDFS = Connector("hdfs", "hdfs", addresses=("hdfs.url", "store.url", "hdfs3.url"), paths=("topics.dir",))
_REDIS = Connector("redis", "redis", addresses=("redis.hosts", "redis.uri", "redis.url"), host="redis.host")
_CASSANDRA = Connector(
    "cassandra",
    "cassandra",
    addresses=("cassandra.contact.points", "contactPoints", "connect.cassandra.contact.points"),
    port="cassandra.port",
    databases=("cassandra.keyspace", "connect.cassandra.key.space"),
)
_NEO4J = Connector("neo4j", "bolt", addresses=("neo4j.server.uri", "neo4j.uri"), is_single=True)
_INFLUX = Connector(
    "influxdb", "http", addresses=("influxdb.url", "connect.influx.url"), databases=("influxdb.db",)
)
_ICEBERG = Connector(
    "iceberg",
    "https",
    addresses=("iceberg.catalog.uri", "iceberg.catalog.warehouse"),
    names=("iceberg.tables",),
)
_REDSHIFT = Connector(
    "redshift",
    "redshift",
    host="aws.redshift.domain",
    port="aws.redshift.port",
    databases=("aws.redshift.database",),
)
_ODPS = Connector("maxcompute", "https", addresses=("odps_endpoint",), databases=("odps_project",))
_IBM_MQ = _queue("ibmmq", "mq", "mq.hostname", "mq.port", "jms.destination.name", "mq.queue")
_IBM_MQ_LIST = Connector("ibmmq", "mq", addresses=("mq.connection.name.list",), names=("mq.queue",))
_SOLACE = Connector(
    "solace", "smf", addresses=("solace.host", "sol.host"), names=("jms.destination.name", "sol.topics")
)
_ACTIVE_MQ = Connector("activemq", "tcp", addresses=("activemq.url",), names=("jms.destination.name",))
_RABBIT = Connector(
    "rabbitmq",
    "amqp",
    host="rabbitmq.host",
    port="rabbitmq.port",
    names=("rabbitmq.queue", "rabbitmq.exchange"),
)
_MQTT = Connector(
    "mqtt", "mqtt", addresses=("mqtt.server.uri", "connect.mqtt.hosts"), names=("mqtt.topics", "mqtt.topic")
)
_PUBSUB = Connector(
    "pubsub",
    "https",
    default_address="pubsub.googleapis.com",
    addresses=("cps.endpoint",),
    names=("cps.topic", "cps.subscription", "gcp.pubsub.topic.id", "gcp.pubsub.subscription.id"),
    databases=("cps.project", "gcp.pubsub.project.id"),
)
_KINESIS = Connector(
    "kinesis",
    "https",
    default_address="kinesis.amazonaws.com",
    names=("kinesis.stream", "streamName"),
    regions=("kinesis.region", "region"),
    provider="aws",
)
_SQS = Connector(
    "sqs", "https", addresses=("sqs.url",), regions=("sqs.region",), provider="aws", is_single=True
)
_LAMBDA = Connector(
    "lambda",
    "https",
    default_address="lambda.amazonaws.com",
    names=("aws.lambda.function.name",),
    regions=("aws.lambda.region",),
    provider="aws",
)
_DYNAMO = Connector(
    "dynamodb",
    "https",
    default_address="dynamodb.amazonaws.com",
    addresses=("aws.dynamodb.endpoint",),
    regions=("aws.dynamodb.region",),
    provider="aws",
)
_SFTP = Connector(
    "sftp", "sftp", host="sftp.host", port="sftp.port", paths=("input.path", "topics.dir", "sftp.working.dir")
)
_SALESFORCE = Connector(
    "salesforce",
    "https",
    addresses=("salesforce.instance",),
    default_address="login.salesforce.com",
    names=("salesforce.object", "salesforce.push.topic.name", "salesforce.platform.event.name"),
)
_FILE = Connector("local", is_local=True, paths=("file", "input.path", "tmp.dir"))
_CAMEL = Connector(scheme="tcp", addresses=("camel.sink.path.uri", "camel.source.path.uri"), is_single=True)
_QUEST = Connector(
    "questdb",
    "http",
    addresses=("client.conf.string", "host"),
)
_COPY = Row(
    Way.COPY,
    Connector(
        "kafka", "kafka", addresses=("src.kafka.bootstrap.servers", "source.cluster.bootstrap.servers")
    ),
)
_NOTHING = Row(Way.MADE_UP)
_S3 = _object("s3", "s3.bucket.name", "aws", ("s3.region", "aws.s3.region"), "store.url", "aws.s3.endpoint")
_GCS = _object("gs", "gcs.bucket.name", None, ())
_CHANGED = MappingProxyType(
    {
        "mysql": _changes("mysql"),
        "mariadb": _changes("mariadb"),
        "postgres": _changes("postgresql", "database.dbname"),
        "yugabytedb": _changes("postgresql", "database.dbname"),
        "sqlserver": _changes("sqlserver", "database.names", "database.dbname"),
        "oracle": _changes("oracle", "database.dbname"),
        "db2": _changes("db2", "database.dbname"),
        "informix": _changes("informix", "database.dbname"),
        "mongodb": _changes("mongodb"),
        "vitess": _changes("vitess", "vitess.keyspace"),
    }
)
ROWS: Mapping[str, Row] = MappingProxyType(
    {
        **_CHANGED,
        **{f"{name}cdcsource": row for name, row in _CHANGED.items()},
        **{f"{name}cdcsourcev2": row for name, row in _CHANGED.items()},
        "postgresql": _CHANGED["postgres"],
        "yugabytedbg": _CHANGED["postgres"],
        "oraclexstreamsource": _CHANGED["oracle"],
        "jdbcsource": Row(Way.SOURCE, _JDBC, Naming.TABLES),
        "jdbcsink": _sink(replace(_JDBC, names=(), queries=()), *_TABLE_FORMATS),
        "azuresqldwsink": _into("sqlserver"),
        **{
            f"{name}{way}": _tables(scheme) if way == "source" else _into(scheme)
            for name, scheme in (
                ("mysql", "mysql"),
                ("postgres", "postgresql"),
                ("microsoftsqlserver", "sqlserver"),
                ("oracledatabase", "oracle"),
                ("sqlserver", "sqlserver"),
                ("oracle", "oracle"),
            )
            for way in ("source", "sink")
        },
        "mongosource": Row(Way.SOURCE, _MONGO, Naming.COLLECTIONS),
        "mongodbatlassource": Row(Way.SOURCE, _MONGO, Naming.COLLECTIONS),
        "mongosink": _sink(_MONGO, "collection", "mongodb.collection"),
        "mongodbsink": _sink(_MONGO, "collection", "mongodb.collection"),
        "mongodbatlassink": _sink(_MONGO, "collection"),
        "elasticsearchsink": _sink(_SEARCH, "index.name"),
        "elasticsearchservicesink": _sink(_SEARCH),
        "opensearchsink": _sink(_SEARCH),
        "snowflakesink": _sink(_SNOWFLAKE),
        "snowflakestreaming": _sink(_SNOWFLAKE),
        "bigquerysink": _sink(_BIGQUERY, is_flat=True),
        "bigquerystoragesink": _sink(_BIGQUERY, is_flat=True),
        "clickhousesink": _sink(_CLICKHOUSE),
        "dorissink": _sink(_DORIS),
        "starrockssink": _sink(_STARROCKS),
        "hdfssink": _sink(_HDFS),
        "hdfs3sink": _sink(_HDFS),
        "hdfs2sink": _sink(_HDFS),
        "s3sink": _S3,
        "s3source": replace(_S3, way=Way.SOURCE),
        "amazons3sink": _S3,
        "aivenkafkaconnects3sink": _S3,
        "gcssink": _GCS,
        "osssink": _object("oss", "oss.bucket", "alibaba", ("oss.region",), "oss.endpoint"),
        "cossink": _object("cos", "cos.bucket", "tencent", ("cos.region",), "cos.endpoint"),
        "obssink": _object("obs", "obs.bucket", "huawei", ("obs.region",), "obs.endpoint"),
        "azureblobstoragesink": _object(
            "azure_blob", "azblob.container.name", None, (), "azblob.account.name"
        ),
        "azuredatalakegen2sink": _object("azure_blob", "azure.datalake.gen2.account.name", None, ()),
        "httpsink": _web("http", "http.api.url", "http.api.base.url", "http.url", "http.endpoint", "url"),
        "httpsource": replace(_web("http", "url", "http.url", "http.request.url"), way=Way.SOURCE),
        "splunksink": _web("splunk", "splunk.hec.uri"),
        "datadoglogssink": _web("datadog", "datadog.url", default="http-intake.logs.datadoghq.com"),
        "datadogmetricssink": _web("datadog", "datadog.url", default="api.datadoghq.com"),
        "newrelicsink": _web("newrelic", default="log-api.newrelic.com"),
        "twittersource": replace(_web("twitter", default="api.twitter.com"), way=Way.SOURCE),
        "githubsource": replace(
            _web("github", "github.service.url", default="api.github.com"), way=Way.SOURCE
        ),
        "servicenowsink": _web("servicenow", "servicenow.url"),
        "zendesksource": replace(_web("zendesk", "zendesk.url"), way=Way.SOURCE),
        "redissink": _sink(_REDIS),
        "cassandrasink": _sink(_CASSANDRA),
        "neo4jsink": _sink(_NEO4J),
        "neo4j": _sink(_NEO4J),
        "influxdbsink": _sink(_INFLUX),
        "icebergsink": _sink(_ICEBERG, "iceberg.tables"),
        "redshiftsink": _sink(_REDSHIFT, "table.name.format"),
        "odpssink": _sink(_ODPS, "odps_table"),
        "ibmmqsink": _sink(_IBM_MQ, *_IBM_MQ.names),
        "ibmmqsource": Row(Way.SOURCE, _IBM_MQ),
        "mqsource": Row(Way.SOURCE, _IBM_MQ_LIST),
        "mqsink": _sink(_IBM_MQ_LIST, "mq.queue"),
        "solacesink": _sink(_SOLACE, *_SOLACE.names),
        "solacesource": Row(Way.SOURCE, _SOLACE),
        "activemqsink": _sink(_ACTIVE_MQ, "jms.destination.name"),
        "activemqsource": Row(Way.SOURCE, _ACTIVE_MQ),
        "rabbitmqsource": Row(Way.SOURCE, _RABBIT),
        "rabbitmqsink": _sink(_RABBIT, *_RABBIT.names),
        "mqttsource": Row(Way.SOURCE, _MQTT),
        "mqttsink": _sink(_MQTT, *_MQTT.names),
        "pubsubsource": Row(Way.SOURCE, _PUBSUB),
        "cloudpubsubsource": Row(Way.SOURCE, _PUBSUB),
        "cloudpubsubsink": _sink(_PUBSUB, *_PUBSUB.names),
        "kinesissource": Row(Way.SOURCE, _KINESIS),
        "sqssource": Row(Way.SOURCE, _SQS),
        "sqssink": _sink(_SQS),
        "lambdasink": _sink(_LAMBDA, *_LAMBDA.names),
        "awslambdasink": _sink(_LAMBDA, *_LAMBDA.names),
        "dynamodbsink": _sink(_DYNAMO, "table.name.format"),
        "sftpcsvsource": Row(Way.SOURCE, _SFTP),
        "sftpsink": _sink(_SFTP),
        "salesforcecdcsource": Row(Way.SOURCE, _SALESFORCE),
        "salesforcepushtopicsource": Row(Way.SOURCE, _SALESFORCE),
        "salesforceplatformeventsource": Row(Way.SOURCE, _SALESFORCE),
        "salesforcesobjectsink": _sink(_SALESFORCE, *_SALESFORCE.names),
        "filestreamsource": Row(Way.SOURCE, _FILE),
        "filestreamsink": _sink(_FILE),
        "spooldircsvsource": Row(Way.SOURCE, _FILE),
        "spooldirjsonsource": Row(Way.SOURCE, _FILE),
        "filepulsesource": Row(Way.SOURCE, replace(_FILE, paths=("fs.listing.directory.path",))),
        "questdbsink": _sink(_QUEST, "table"),
        "camelsink": _sink(_CAMEL),
        "camelsource": Row(Way.SOURCE, _CAMEL),
        "replicatorsource": _COPY,
        "replicator": _COPY,
        "mirrorsource": _COPY,
        "mirrorcheckpoint": _NOTHING,
        "mirrorheartbeat": _NOTHING,
        "datagen": _NOTHING,
        "datagensource": _NOTHING,
        "verifiablesource": _NOTHING,
        "verifiablesink": _NOTHING,
        "mocksource": _NOTHING,
        "mocksink": _NOTHING,
        "schemasource": _NOTHING,
    }
)


def row_of(family: str) -> Row | None:
    """The row of a class; None for one that no row describes."""
    found = ROWS.get(family)
    if found is not None:
        return found
    if family.startswith("camel"):
        return ROWS["camelsink" if family.endswith("sink") else "camelsource"]
    return next((ROWS[name] for name in _ENDINGS if family.endswith(name)), None)


_ENDINGS = (
    *("jdbcsink", "jdbcsource", "s3sink", "gcssink", "httpsink", "elasticsearchsink", "opensearchsink"),
    *("mongodbsink", "bigquerysink", "snowflakesink", "redissink", "hdfssink", "datagen"),
)
"""Ends of names that makers put a word of their own before."""
