"""Kinds of systems: a store that is found in a file is of the kind that people know it by."""

_ALIKE = {
    "bucket": ("cos", "gcs", "obs", "oss", "s3", "tos"),
    "database": (
        "clickhouse",
        "doris",
        "mongodb",
        "mysql",
        "oceanbase",
        "oracle",
        "postgres",
        "redis",
        "sqlserver",
        "starrocks",
    ),
    "file_share": ("file", "ftp", "hdfs", "local", "sftp"),
    "saas": ("http",),
    "topic": ("kafka", "pulsar", "rocketmq"),
    "warehouse": ("bigquery", "hive", "maxcompute", "odps", "redshift", "snowflake"),
}
_KIND_OF_STORES = {store: kind for kind, stores in _ALIKE.items() for store in stores}


def general_kind(kind: str) -> str:
    """The kind that a store belongs to; what belongs to none stays as it is."""
    return _KIND_OF_STORES.get(kind, kind)
