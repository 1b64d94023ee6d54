"""Resources that hold data, as a table: what each is called, and where its name and database stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_REGION = "region"


@dataclass(frozen=True, slots=True)
class Store:
    """One kind of resource that holds data.

    `names` are the attributes that may hold its name, best first. A bucket is known by its name the world over; the
    others by `resource`, their name in an ARN (`{}` stands for the name), or by provider and region. `region` is the
    attribute in which the resource itself names its region, before its provider does.
    """

    kind: str
    names: tuple[str, ...]
    resource: str = ""
    is_bucket: bool = False
    region: str = _REGION
    database: tuple[str, ...] = ()


def _bucket(kind: str, name: str, region: str = _REGION) -> Store:
    return Store(kind, (name,), is_bucket=True, region=region)


def _named(kind: str, *names: str, region: str = _REGION) -> Store:
    return Store(kind, names, region=region)


_DATABASE = ("db_name", "database_name", "name")

STORES: Mapping[str, Store] = MappingProxyType(
    {
        "aws_s3_bucket": _bucket("s3", "bucket"),
        "aws_db_instance": Store("rds", ("identifier",), "db:{}", database=("db_name", "name")),
        "aws_rds_cluster": Store("rds", ("cluster_identifier",), "cluster:{}", database=("database_name",)),
        "aws_docdb_cluster": Store("rds", ("cluster_identifier",), "cluster:{}"),
        "aws_neptune_cluster": Store("rds", ("cluster_identifier",), "cluster:{}"),
        "aws_dynamodb_table": Store("dynamodb", ("name",), "table/{}"),
        "aws_dynamodb_global_table": Store("dynamodb", ("name",), "table/{}"),
        "aws_dynamodb_table_replica": Store("dynamodb", ("name",), "table/{}"),
        "aws_redshift_cluster": Store(
            "redshift", ("cluster_identifier",), "cluster:{}", database=("database_name",)
        ),
        "aws_elasticache_cluster": Store("elasticache", ("cluster_id",), "cluster:{}"),
        "aws_elasticache_replication_group": Store(
            "elasticache", ("replication_group_id",), "replicationgroup:{}"
        ),
        "aws_memorydb_cluster": Store("memorydb", ("name",), "cluster/{}"),
        "aws_opensearch_domain": Store("es", ("domain_name",), "domain/{}"),
        "aws_elasticsearch_domain": Store("es", ("domain_name",), "domain/{}"),
        "aws_sqs_queue": Store("sqs", ("name",), "{}"),
        "aws_sns_topic": Store("sns", ("name",), "{}"),
        "aws_kinesis_stream": Store("kinesis", ("name",), "stream/{}"),
        "aws_kinesis_firehose_delivery_stream": Store("firehose", ("name",), "deliverystream/{}"),
        "aws_msk_cluster": Store("kafka", ("cluster_name",), "cluster/{}"),
        "aws_efs_file_system": Store("elasticfilesystem", (), "file-system/{}"),
        "aws_ecr_repository": Store("ecr", ("name",), "repository/{}"),
        "aws_backup_vault": Store("backup", ("name",), "backup-vault:{}"),
        "aws_secretsmanager_secret": Store("secretsmanager", ("name",), "secret:{}"),
        "aws_cloudwatch_log_group": Store("logs", ("name",), "log-group:{}"),
        "aws_kms_key": Store("kms", (), "key/{}"),
        "aws_kms_replica_key": Store("kms", (), "key/{}"),
        "aws_timestreamwrite_database": Store("timestream", ("database_name",), "database/{}"),
        "aws_ebs_volume": Store("ec2", (), "volume/{}"),
        "aws_ebs_snapshot": Store("ec2", (), "snapshot/{}"),
        "aws_ebs_snapshot_copy": Store("ec2", (), "snapshot/{}"),
        "aws_ami": Store("ec2", ("name",), "image/{}"),
        "aws_ami_copy": Store("ec2", ("name",), "image/{}"),
        "aws_db_snapshot": Store("rds", ("db_snapshot_identifier",), "snapshot:{}"),
        "aws_db_snapshot_copy": Store("rds", ("target_db_snapshot_identifier",), "snapshot:{}"),
        "alicloud_oss_bucket": _bucket("oss", "bucket"),
        "alicloud_db_instance": _named("rds", "instance_name"),
        "alicloud_db_readonly_instance": _named("rds", "instance_name"),
        "alicloud_rds_ddr_instance": _named("rds", "instance_name"),
        "alicloud_polardb_cluster": _named("polardb", "description"),
        "alicloud_kvstore_instance": _named("redis", "db_instance_name", "instance_name"),
        "alicloud_mongodb_instance": _named("mongodb", "name"),
        "alicloud_mongodb_sharding_instance": _named("mongodb", "name"),
        "alicloud_ots_instance": _named("tablestore", "name"),
        "alicloud_log_project": _named("sls", "project_name", "name"),
        "alicloud_alikafka_instance": _named("kafka", "name"),
        "alicloud_elasticsearch_instance": _named("elasticsearch", "description"),
        "alicloud_adb_db_cluster": _named("analyticdb", "description"),
        "alicloud_gpdb_instance": _named("analyticdb", "description"),
        "alicloud_maxcompute_project": _named("maxcompute", "project_name", "name"),
        "alicloud_datahub_project": _named("datahub", "name"),
        "alicloud_nas_file_system": _named("nas", "description"),
        "alicloud_image": _named("ecs", "image_name"),
        "alicloud_image_copy": _named("ecs", "image_name"),
        "alicloud_hbr_vault": _named("hbr", "vault_name"),
        "alicloud_hbr_replication_vault": _named("hbr", "vault_name"),
        "alicloud_ecs_disk": _named("ecs"),
        "tencentcloud_cos_bucket": _bucket("cos", "bucket"),
        "tencentcloud_mysql_instance": _named("mysql", "instance_name"),
        "tencentcloud_mysql_dr_instance": _named("mysql", "instance_name"),
        "tencentcloud_mysql_readonly_instance": _named("mysql", "instance_name"),
        "tencentcloud_postgresql_instance": _named("postgres", "name"),
        "tencentcloud_sqlserver_instance": _named("sqlserver", "name"),
        "tencentcloud_mariadb_instance": _named("mariadb", "instance_name"),
        "tencentcloud_cynosdb_cluster": _named("cynosdb", "cluster_name"),
        "tencentcloud_redis_instance": _named("redis", "name"),
        "tencentcloud_mongodb_instance": _named("mongodb", "instance_name"),
        "tencentcloud_ckafka_instance": _named("kafka", "instance_name"),
        "tencentcloud_elasticsearch_instance": _named("elasticsearch", "instance_name"),
        "tencentcloud_cbs_snapshot": _named("cbs", "snapshot_name"),
        "huaweicloud_obs_bucket": _bucket("obs", "bucket"),
        "huaweicloud_rds_instance": _named("rds", "name"),
        "huaweicloud_rds_read_replica_instance": _named("rds", "name"),
        "huaweicloud_gaussdb_mysql_instance": _named("gaussdb", "name"),
        "huaweicloud_gaussdb_opengauss_instance": _named("gaussdb", "name"),
        "huaweicloud_gaussdb_instance": _named("gaussdb", "name"),
        "huaweicloud_dds_instance": _named("mongodb", "name"),
        "huaweicloud_dcs_instance": _named("redis", "name"),
        "huaweicloud_dms_kafka_instance": _named("kafka", "name"),
        "huaweicloud_css_cluster": _named("elasticsearch", "name"),
        "huaweicloud_dws_cluster": _named("dws", "name"),
        "huaweicloud_kms_key": _named("kms", "key_alias"),
        "azurerm_storage_account": _named("azure_blob", "name", region="location"),
        "azurerm_mssql_server": _named("sqlserver", "name", region="location"),
        "azurerm_sql_server": _named("sqlserver", "name", region="location"),
        "azurerm_mssql_managed_instance": _named("sqlserver", "name", region="location"),
        "azurerm_postgresql_flexible_server": _named("postgres", "name", region="location"),
        "azurerm_mysql_flexible_server": _named("mysql", "name", region="location"),
        "azurerm_cosmosdb_account": _named("cosmosdb", "name", region="location"),
        "azurerm_redis_cache": _named("redis", "name", region="location"),
        "azurerm_eventhub_namespace": _named("kafka", "name", region="location"),
        "azurerm_servicebus_namespace": _named("servicebus", "name", region="location"),
        "google_storage_bucket": _bucket("gs", "name", region="location"),
        "google_sql_database_instance": _named("cloudsql", "name"),
        "google_bigquery_dataset": _named("bigquery", "dataset_id", region="location"),
        "google_spanner_instance": _named("spanner", "name"),
        "google_redis_instance": _named("redis", "name"),
        "volcengine_tos_bucket": _bucket("tos", "bucket_name"),
        "volcengine_rds_mysql_instance": _named("mysql", "instance_name"),
    }
)

PROVIDERS: Mapping[str, str] = MappingProxyType(
    {
        "alicloud": "alibaba",
        "aws": "aws",
        "azure-china": "azure-china",
        "azurerm": "azure",
        "google": "gcp",
        "google-beta": "gcp",
        "huaweicloud": "huawei",
        "tencentcloud": "tencent",
        "volcengine": "volcengine",
    }
)
"""The clouds by the first word of their resources, as the table of regions calls them."""
