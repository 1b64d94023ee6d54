"""Resources that only say where a server or a bucket is: endpoints of migrations, locations of transfers, connections."""

from collections.abc import Mapping
from types import MappingProxyType

SERVERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "aws_dms_endpoint": (
            "s3_settings.bucket_name",
            "kinesis_settings.stream_arn",
            "kafka_settings.broker",
            "elasticsearch_settings.endpoint_uri",
            "mongodb_settings.server_name",
        ),
        "aws_datasync_location_nfs": ("server_hostname",),
        "aws_datasync_location_smb": ("server_hostname",),
        "aws_datasync_location_hdfs": ("name_node.hostname",),
        "aws_datasync_location_object_storage": ("bucket_name",),
        "aws_datasync_location_azure_blob": ("container_url",),
        "aws_glue_connection": ("connection_properties.JDBC_CONNECTION_URL",),
        "huaweicloud_cdm_link": (),
    }
)
"""By type the attributes that name another store, best first; where none does, a host does."""

HOST = ("server_name", "server_hostname", "host", "config.host")
PORT = ("port", "config.port")
DATABASE = ("database_name", "config.database")
ENGINE = ("engine_name", "connector")

SERVER_ATTRIBUTES = (
    *(path for paths in SERVERS.values() for path in paths),
    *HOST,
    *PORT,
    *DATABASE,
    *ENGINE,
)

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "aurora": "mysql",
        "aurora-postgresql": "postgres",
        "aurora-serverless": "mysql",
        "aurora-postgresql-serverless": "postgres",
        "cynosdbmysql": "mysql",
        "cdb": "mysql",
        "cloudDataGuard-mysql": "mysql",
        "docdb": "mongodb",
        "generic-jdbc-connector": "server",
        "gaussdbv5": "gaussdb",
        "mssql": "sqlserver",
        "opensearch": "elasticsearch",
        "polardb": "mysql",
        "polardb_o": "oracle",
        "polardb_pg": "postgres",
        "postgres": "postgres",
        "postgresql": "postgres",
        "pgsql": "postgres",
        "sqlserver": "sqlserver",
        "tdsqlmysql": "mysql",
    }
)
"""Engines as services call them, by the kind of store they are."""
