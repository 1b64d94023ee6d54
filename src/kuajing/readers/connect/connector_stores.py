"""The keys by which connectors of Kafka Connect say where their data lies, and the rows that many have in common."""

from dataclasses import replace

from kuajing.readers.connect.rows import Naming, Row, Way
from kuajing.readers.seatunnel.connectors import Connector

MAPS = (
    *("topic.index.map", "snowflake.topic2table.map", "topic2TableMap", "topic2table.map", "topics.map"),
    *("doris.topic2table.map", "starrocks.topic2table.map"),
)


def changes_row(scheme: str, *databases: str) -> Row:
    """A connector that follows the changes of a database."""
    store = Connector(
        scheme=scheme,
        addresses=("mongodb.connection.string", "mongodb.hosts", "connection.uri"),
        host="database.hostname",
        port="database.port",
        databases=databases,
    )
    return Row(Way.SOURCE, store, Naming.CHANGES)


def sink_row(store: Connector, *formats: str, is_flat: bool = False) -> Row:
    """A sink whose tables are named after its topics."""
    return Row(Way.SINK, store, formats=formats, maps=MAPS, is_flat=is_flat)


def object_row(
    kind: str, bucket: str, provider: str | None, regions: tuple[str, ...], *addresses: str
) -> Row:
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


def web_row(kind: str, *addresses: str, default: str | None = None) -> Row:
    """A sink at a service of which the host alone counts: its path may hold a token."""
    store = Connector(kind, "https", addresses=addresses, default_address=default, is_single=True)
    return Row(Way.SINK, store, is_host_alone=True)


def queue_row(kind: str, scheme: str, host: str, port: str, *names: str) -> Connector:
    """A queue at a host."""
    return Connector(kind, scheme, host=host, port=port, names=names)


JDBC = Connector(
    addresses=("connection.url", "azure.sql.dw.url", "url", "jdbc.url"),
    host="connection.host",
    port="connection.port",
    databases=("db.name", "azure.sql.dw.database.name", "connection.database"),
    names=("table.whitelist", "table.include.list", "tables"),
    queries=("query",),
)
TABLE_FORMATS = ("table.name.format", "collection.name.format")


def tables_row(scheme: str) -> Row:
    """A source that asks the tables of a database again and again."""
    return Row(Way.SOURCE, replace(JDBC, scheme=scheme), Naming.TABLES)


def into_row(scheme: str) -> Row:
    """A sink into the tables of a database."""
    return sink_row(replace(JDBC, scheme=scheme, names=(), queries=()), *TABLE_FORMATS)


MONGO = Connector(
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
SEARCH = Connector(
    "elasticsearch", "http", addresses=("connection.url", "instance.url", "hosts", "elastic.url")
)
SNOWFLAKE = Connector(
    "snowflake",
    "https",
    addresses=("snowflake.url.name",),
    databases=("snowflake.database.name",),
    schemas=("snowflake.schema.name",),
)
BIGQUERY = Connector(
    "bigquery",
    "bigquery",
    addresses=("project",),
    databases=("project",),
    schemas=("defaultDataset", "datasets"),
)
CLICKHOUSE = Connector(
    "clickhouse",
    "http",
    addresses=("clickhouse.url",),
    host="hostname",
    port="port",
    databases=("database", "clickhouse.database"),
)
DORIS = Connector(
    "doris",
    "http",
    addresses=("doris.urls", "doris.url"),
    port="doris.http.port",
    databases=("doris.database",),
)
STARROCKS = Connector(
    "starrocks", "http", addresses=("starrocks.http.url",), databases=("starrocks.database.name",)
)
HDFS = Connector("hdfs", "hdfs", addresses=("hdfs.url", "store.url", "hdfs3.url"), paths=("topics.dir",))
REDIS = Connector(
    "redis",
    "redis",
    addresses=("redis.hosts", "redis.uri", "redis.url", "redis.hostname"),
    host="redis.host",
    port="redis.port",
)
CASSANDRA = Connector(
    "cassandra",
    "cassandra",
    addresses=("cassandra.contact.points", "contactPoints", "connect.cassandra.contact.points"),
    port="cassandra.port",
    databases=("cassandra.keyspace", "connect.cassandra.key.space"),
)
NEO4J = Connector("neo4j", "bolt", addresses=("neo4j.server.uri", "neo4j.uri"), is_single=True)
INFLUX = Connector(
    "influxdb", "http", addresses=("influxdb.url", "connect.influx.url"), databases=("influxdb.db",)
)
ICEBERG = Connector(
    "iceberg",
    "https",
    addresses=("iceberg.catalog.uri", "iceberg.catalog.warehouse"),
    names=("iceberg.tables",),
)
REDSHIFT = Connector(
    "redshift",
    "redshift",
    host="aws.redshift.domain",
    port="aws.redshift.port",
    databases=("aws.redshift.database",),
)
ODPS = Connector("maxcompute", "https", addresses=("odps_endpoint",), databases=("odps_project",))
IBM_MQ = queue_row("ibmmq", "mq", "mq.hostname", "mq.port", "jms.destination.name", "mq.queue")
IBM_MQ_LIST = Connector("ibmmq", "mq", addresses=("mq.connection.name.list",), names=("mq.queue",))
SOLACE = Connector(
    "solace", "smf", addresses=("solace.host", "sol.host"), names=("jms.destination.name", "sol.topics")
)
ACTIVE_MQ = Connector("activemq", "tcp", addresses=("activemq.url",), names=("jms.destination.name",))
RABBIT = Connector(
    "rabbitmq",
    "amqp",
    host="rabbitmq.host",
    port="rabbitmq.port",
    names=("rabbitmq.queue", "rabbitmq.exchange"),
)
MQTT = Connector(
    "mqtt", "mqtt", addresses=("mqtt.server.uri", "connect.mqtt.hosts"), names=("mqtt.topics", "mqtt.topic")
)
PUBSUB = Connector(
    "pubsub",
    "https",
    default_address="pubsub.googleapis.com",
    addresses=("cps.endpoint",),
    names=("cps.topic", "cps.subscription", "gcp.pubsub.topic.id", "gcp.pubsub.subscription.id"),
    databases=("cps.project", "gcp.pubsub.project.id"),
)
KINESIS = Connector(
    "kinesis",
    "https",
    default_address="kinesis.amazonaws.com",
    names=("kinesis.stream", "streamName"),
    regions=("kinesis.region", "region"),
    provider="aws",
)
SQS = Connector(
    "sqs", "https", addresses=("sqs.url",), regions=("sqs.region",), provider="aws", is_single=True
)
LAMBDA = Connector(
    "lambda",
    "https",
    default_address="lambda.amazonaws.com",
    names=("aws.lambda.function.name",),
    regions=("aws.lambda.region",),
    provider="aws",
)
DYNAMO = Connector(
    "dynamodb",
    "https",
    default_address="dynamodb.amazonaws.com",
    addresses=("aws.dynamodb.endpoint",),
    regions=("aws.dynamodb.region",),
    provider="aws",
)
SFTP = Connector(
    "sftp", "sftp", host="sftp.host", port="sftp.port", paths=("input.path", "topics.dir", "sftp.working.dir")
)
SALESFORCE = Connector(
    "salesforce",
    "https",
    addresses=("salesforce.instance",),
    default_address="login.salesforce.com",
    names=("salesforce.object", "salesforce.push.topic.name", "salesforce.platform.event.name"),
)
FILE = Connector("local", is_local=True, paths=("file", "input.path", "tmp.dir"))
CAMEL = Connector(scheme="tcp", addresses=("camel.sink.path.uri", "camel.source.path.uri"), is_single=True)
QUEST = Connector(
    "questdb",
    "http",
    addresses=("client.conf.string", "host"),
)
