"""The connectors of Kafka Connect by the name of their class: one row a family."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kuajing.readers.connect import connector_stores as known
from kuajing.readers.connect.configs import Config
from kuajing.readers.connect.connector_clouds import OF_CLOUDS
from kuajing.readers.connect.rows import Naming, Row, Way
from kuajing.readers.seatunnel.connectors import Connector

_COPY = Row(
    Way.COPY,
    Connector(
        "kafka", "kafka", addresses=("src.kafka.bootstrap.servers", "source.cluster.bootstrap.servers")
    ),
)
_NOTHING = Row(Way.MADE_UP)
_S3 = known.object_row(
    "s3", "s3.bucket.name", "aws", ("s3.region", "aws.s3.region"), "store.url", "aws.s3.endpoint"
)
_GCS = known.object_row("gs", "gcs.bucket.name", None, ())
_BLOBS = known.object_row("azure_blob", "azblob.container.name", None, (), "azblob.account.name")
_CHANGED = MappingProxyType(
    {
        "mysql": known.changes_row("mysql"),
        "mariadb": known.changes_row("mariadb"),
        "postgres": known.changes_row("postgresql", "database.dbname"),
        "yugabytedb": known.changes_row("postgresql", "database.dbname"),
        "sqlserver": known.changes_row("sqlserver", "database.names", "database.dbname"),
        "oracle": known.changes_row("oracle", "database.dbname"),
        "db2": known.changes_row("db2", "database.dbname"),
        "informix": known.changes_row("informix", "database.dbname"),
        "mongodb": known.changes_row("mongodb"),
        "vitess": known.changes_row("vitess", "vitess.keyspace"),
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
        "jdbcsource": Row(Way.SOURCE, known.JDBC, Naming.TABLES),
        "jdbcsink": known.sink_row(replace(known.JDBC, names=(), queries=()), *known.TABLE_FORMATS),
        **{
            f"{name}{way}": known.tables_row(scheme) if way == "source" else known.into_row(scheme)
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
        "mongosource": Row(Way.SOURCE, known.MONGO, Naming.COLLECTIONS),
        "mongodbatlassource": Row(Way.SOURCE, known.MONGO, Naming.COLLECTIONS),
        "mongosink": known.sink_row(known.MONGO, "collection", "mongodb.collection"),
        "mongodbsink": known.sink_row(known.MONGO, "collection", "mongodb.collection"),
        "mongodbatlassink": known.sink_row(known.MONGO, "collection"),
        "elasticsearchsink": known.sink_row(known.SEARCH, "index.name"),
        "elasticsearchservicesink": known.sink_row(known.SEARCH),
        "opensearchsink": known.sink_row(known.SEARCH),
        "snowflakesink": known.sink_row(known.SNOWFLAKE),
        "snowflakestreaming": known.sink_row(known.SNOWFLAKE),
        "snowflakestreamingsink": known.sink_row(known.SNOWFLAKE),
        "snowflakesource": known.tables_row("snowflake"),
        "bigquerysink": known.sink_row(known.BIGQUERY, is_flat=True),
        "bigquerystoragesink": known.sink_row(known.BIGQUERY, is_flat=True),
        "clickhousesink": known.sink_row(known.CLICKHOUSE),
        "dorissink": known.sink_row(known.DORIS),
        "starrockssink": known.sink_row(known.STARROCKS),
        "hdfssink": known.sink_row(known.HDFS),
        "hdfs3sink": known.sink_row(known.HDFS),
        "hdfs2sink": known.sink_row(known.HDFS),
        "hdfs2source": Row(Way.SOURCE, known.HDFS),
        "hdfs3source": Row(Way.SOURCE, known.HDFS),
        "s3sink": _S3,
        "s3source": replace(_S3, way=Way.SOURCE),
        "amazons3sink": _S3,
        "aivenkafkaconnects3sink": _S3,
        "gcssink": _GCS,
        "gcssource": replace(_GCS, way=Way.SOURCE),
        "osssink": known.object_row("oss", "oss.bucket", "alibaba", ("oss.region",), "oss.endpoint"),
        "cossink": known.object_row("cos", "cos.bucket", "tencent", ("cos.region",), "cos.endpoint"),
        "obssink": known.object_row("obs", "obs.bucket", "huawei", ("obs.region",), "obs.endpoint"),
        "azureblobstoragesink": _BLOBS,
        "azureblobsink": _BLOBS,
        "azureblobstoragesource": replace(_BLOBS, way=Way.SOURCE),
        "azureblobsource": replace(_BLOBS, way=Way.SOURCE),
        "azuredatalakegen2sink": known.object_row("azure_blob", "azure.datalake.gen2.account.name", None, ()),
        "httpsink": known.web_row(
            "http", "http.api.url", "http.api.base.url", "http.url", "http.endpoint", "url"
        ),
        "httpsource": replace(known.web_row("http", "url", "http.url", "http.request.url"), way=Way.SOURCE),
        "splunksink": known.web_row("splunk", "splunk.hec.uri"),
        "datadoglogssink": known.web_row("datadog", "datadog.url", default="http-intake.logs.datadoghq.com"),
        "datadogmetricssink": known.web_row("datadog", "datadog.url", default="api.datadoghq.com"),
        "newrelicsink": known.web_row("newrelic", default="log-api.newrelic.com"),
        "twittersource": replace(known.web_row("twitter", default="api.twitter.com"), way=Way.SOURCE),
        "githubsource": replace(
            known.web_row("github", "github.service.url", default="api.github.com"), way=Way.SOURCE
        ),
        "servicenowsink": known.web_row("servicenow", "servicenow.url"),
        "zendesksource": replace(known.web_row("zendesk", "zendesk.url"), way=Way.SOURCE),
        "redissink": known.sink_row(known.REDIS),
        "cassandrasink": known.sink_row(known.CASSANDRA),
        "neo4jsink": known.sink_row(known.NEO4J),
        "neo4j": known.sink_row(known.NEO4J),
        "neo4jsource": Row(Way.SOURCE, known.NEO4J),
        "influxdbsink": known.sink_row(known.INFLUX),
        "icebergsink": known.sink_row(known.ICEBERG, "iceberg.tables"),
        "redshiftsink": known.sink_row(known.REDSHIFT, "table.name.format"),
        "odpssink": known.sink_row(known.ODPS, "odps_table"),
        "ibmmqsink": known.sink_row(known.IBM_MQ, *known.IBM_MQ.names),
        "ibmmqsource": Row(Way.SOURCE, known.IBM_MQ),
        "mqsource": Row(Way.SOURCE, known.IBM_MQ_LIST),
        "mqsink": known.sink_row(known.IBM_MQ_LIST, "mq.queue"),
        "solacesink": known.sink_row(known.SOLACE, *known.SOLACE.names),
        "solacesource": Row(Way.SOURCE, known.SOLACE),
        "activemqsink": known.sink_row(known.ACTIVE_MQ, "jms.destination.name"),
        "activemqsource": Row(Way.SOURCE, known.ACTIVE_MQ),
        "rabbitmqsource": Row(Way.SOURCE, known.RABBIT),
        "rabbitmqsink": known.sink_row(known.RABBIT, *known.RABBIT.names),
        "mqttsource": Row(Way.SOURCE, known.MQTT),
        "mqttsink": known.sink_row(known.MQTT, *known.MQTT.names),
        "pubsubsource": Row(Way.SOURCE, known.PUBSUB),
        "cloudpubsubsource": Row(Way.SOURCE, known.PUBSUB),
        "cloudpubsubsink": known.sink_row(known.PUBSUB, *known.PUBSUB.names),
        "kinesissource": Row(Way.SOURCE, known.KINESIS),
        "sqssource": Row(Way.SOURCE, known.SQS),
        "sqssink": known.sink_row(known.SQS),
        "lambdasink": known.sink_row(known.LAMBDA, *known.LAMBDA.names),
        "awslambdasink": known.sink_row(known.LAMBDA, *known.LAMBDA.names),
        "dynamodbsink": known.sink_row(known.DYNAMO, "table.name.format"),
        "sftpsink": known.sink_row(known.SFTP),
        "filestreamsource": Row(Way.SOURCE, known.FILE),
        "filestreamsink": known.sink_row(known.FILE),
        "filepulsesource": Row(Way.SOURCE, replace(known.FILE, paths=("fs.listing.directory.path",))),
        "questdbsink": known.sink_row(known.QUEST, "table"),
        "camelsink": known.sink_row(known.CAMEL),
        "camelsource": Row(Way.SOURCE, known.CAMEL),
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
        **OF_CLOUDS,
    }
)


def row_of(family: str) -> Row | None:
    """The row of a class; None for one that no row describes."""
    found = ROWS.get(family)
    if found is not None:
        return found
    for begin, source, sink in _BEGINNINGS:
        if family.startswith(begin):
            return sink if "sink" in family else source
    return next((ROWS[name] for name in _ENDINGS if family.endswith(name)), None)


def row_for(config: Config) -> Row | None:
    """The row of a connector; None for one that no row describes, or whose keys are not those of its row."""
    is_described = not config.family.startswith("camel") or config.keys.texts(*known.CAMEL.addresses)
    return row_of(config.family) if is_described else None


_BEGINNINGS = (
    ("camel", ROWS["camelsource"], ROWS["camelsink"]),
    (
        "salesforce",
        Row(Way.SOURCE, known.SALESFORCE),
        known.sink_row(known.SALESFORCE, *known.SALESFORCE.names),
    ),
    ("sftp", Row(Way.SOURCE, known.SFTP), ROWS["sftpsink"]),
    ("spooldir", Row(Way.SOURCE, known.FILE), ROWS["filestreamsink"]),
)
"""Families with many members: what their names begin with, and the rows of their sources and sinks."""
_ENDINGS = (
    *("jdbcsink", "jdbcsource", "s3sink", "gcssink", "httpsink", "elasticsearchsink", "opensearchsink"),
    *("mongodbsink", "bigquerysink", "snowflakesink", "redissink", "hdfssink", "datagen"),
)
"""Ends of names that makers put a word of their own before."""
