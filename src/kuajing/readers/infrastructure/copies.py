"""Resources that are a copy or a transfer, as a table: from where, to where, and what moves."""

from collections.abc import Mapping
from types import MappingProxyType

from kuajing.readers.infrastructure.copies_of_chinese_clouds import COPIES_OF_CHINESE_CLOUDS
from kuajing.readers.infrastructure.copy_kinds import ME, OFF, SELF, Copy, End

COPIES: Mapping[str, tuple[Copy, ...]] = MappingProxyType(
    {
        **COPIES_OF_CHINESE_CLOUDS,
        "aws_s3_bucket_replication_configuration": (
            Copy(
                End("/bucket", kind="s3", is_here=True),
                End("destination.bucket", kind="s3"),
                "rule",
                ("status", OFF),
                prefix=("filter.prefix", "filter.and.prefix", "prefix"),
            ),
        ),
        "aws_s3_bucket": (
            Copy(
                ME,
                End("destination.bucket", kind="s3"),
                "replication_configuration.rules",
                ("status", OFF),
                prefix=("filter.prefix", "prefix"),
            ),
        ),
        "aws_dynamodb_table": (Copy(ME, End(SELF, "region_name"), "replica"),),
        "aws_dynamodb_global_table": (Copy(ME, End(SELF, "region_name"), "replica"),),
        "aws_dynamodb_table_replica": (Copy(End("global_table_arn"), ME),),
        "aws_db_instance": (Copy(End("replicate_source_db", "source_region", "rds"), ME),),
        "aws_rds_cluster": (Copy(End("replication_source_identifier", "source_region", kind="rds"), ME),),
        "aws_docdb_cluster": (),
        "aws_neptune_cluster": (Copy(End("replication_source_identifier", kind="rds"), ME),),
        "aws_db_instance_automated_backups_replication": (
            Copy(End("source_db_instance_arn", kind="rds"), End("/source_db_instance_arn", "@region")),
        ),
        "aws_db_snapshot_copy": (
            Copy(End("source_db_snapshot_identifier", kind="rds"), End(SELF, "destination_region")),
        ),
        "aws_dms_replication_task": (
            Copy(
                End("source_endpoint_arn"),
                End("target_endpoint_arn"),
                mapping="table_mappings",
                grammar="dms",
            ),
        ),
        "aws_dms_replication_config": (
            Copy(
                End("source_endpoint_arn"),
                End("target_endpoint_arn"),
                mapping="table_mappings",
                grammar="dms",
            ),
        ),
        "aws_datasync_task": (Copy(End("source_location_arn"), End("destination_location_arn")),),
        "aws_elasticache_replication_group": (
            Copy(End("global_replication_group_id", kind="elasticache"), ME),
        ),
        "aws_kms_replica_key": (Copy(End("primary_key_arn"), ME),),
        "aws_ecr_replication_configuration": (
            Copy(
                End("registry", kind="ecr"),
                End("registry", "region", kind="ecr"),
                "replication_configuration.rule.destination",
            ),
        ),
        "aws_redshift_snapshot_copy": (
            Copy(
                End("cluster_identifier", kind="redshift"),
                End("cluster_identifier", "destination_region", "redshift"),
            ),
        ),
        "aws_redshift_cluster": (
            Copy(ME, End(SELF, "destination_region"), "snapshot_copy"),
            Copy(ME, End(SELF, "destination_region")),
        ),
        "aws_efs_file_system": (Copy(ME, End(SELF, "region"), "replication_configuration.destinations"),),
        "aws_backup_plan": (
            Copy(
                End("target_vault_name", kind="backup"),
                End("copy_action.destination_vault_arn", kind="backup"),
                "rule",
                is_optional=True,
            ),
        ),
        "aws_ebs_snapshot_copy": (Copy(End("source_snapshot_id", "source_region", "ec2"), ME),),
        "aws_ami_copy": (Copy(End("source_ami_id", "source_ami_region", "ec2"), ME),),
        "aws_secretsmanager_secret": (Copy(ME, End(SELF, "region"), "replica"),),
        "aws_efs_replication_configuration": (
            Copy(
                End("/source_file_system_id", kind="elasticfilesystem"),
                End("/source_file_system_id", "region", "elasticfilesystem"),
                "destination",
            ),
        ),
        "azurerm_storage_object_replication": (
            Copy(
                End("source_storage_account_id", kind="azure_blob"),
                End("destination_storage_account_id", kind="azure_blob"),
            ),
        ),
        "azurerm_cosmosdb_account": (Copy(ME, End(SELF, "location"), "geo_location"),),
        "google_storage_transfer_job": (
            Copy(
                End("transfer_spec.gcs_data_source.bucket_name", kind="gs"),
                End("transfer_spec.gcs_data_sink.bucket_name", kind="gs"),
                off=("status", OFF),
            ),
            Copy(
                End("transfer_spec.aws_s3_data_source.bucket_name", kind="s3"),
                End("transfer_spec.gcs_data_sink.bucket_name", kind="gs"),
                off=("status", OFF),
            ),
        ),
        "google_sql_database_instance": (Copy(End("master_instance_name", kind="cloudsql"), ME),),
        "aws_msk_replicator": (
            Copy(
                End("source_kafka_cluster_arn", kind="kafka"),
                End("target_kafka_cluster_arn", kind="kafka"),
                "replication_info_list",
            ),
        ),
        "azurerm_mssql_failover_group": (
            Copy(End("server_id", kind="sqlserver"), End("partner_server.id", kind="sqlserver")),
        ),
        "azurerm_sql_failover_group": (
            Copy(End("server_name", kind="sqlserver"), End("partner_servers.id", kind="sqlserver")),
        ),
        "azurerm_mssql_managed_instance_failover_group": (
            Copy(
                End("managed_instance_id", kind="sqlserver"),
                End("partner_managed_instance_id", kind="sqlserver"),
            ),
        ),
        "azurerm_mssql_database": (Copy(End("creation_source_database_id", kind="sqlserver"), ME),),
        "azurerm_postgresql_flexible_server": (Copy(End("source_server_id", kind="postgres"), ME),),
        "azurerm_mysql_flexible_server": (Copy(End("source_server_id", kind="mysql"), ME),),
        "azurerm_redis_linked_server": (
            Copy(End("target_redis_cache_name", kind="redis"), End("linked_redis_cache_id", kind="redis")),
        ),
        "google_bigquery_data_transfer_config": (
            Copy(
                End("params.source_dataset_id", kind="bigquery"),
                End("destination_dataset_id", kind="bigquery"),
                when=("data_source_id", frozenset({"cross_region_copy"})),
            ),
        ),
    }
)

FOLLOWED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "aws_elasticache_global_replication_group": ("primary_replication_group_id",),
        "aws_rds_global_cluster": ("source_db_cluster_identifier",),
        "aws_docdb_global_cluster": ("source_db_cluster_identifier",),
        "aws_neptune_global_cluster": ("source_db_cluster_identifier",),
        "aws_datasync_location_s3": ("s3_bucket_arn",),
        "aws_datasync_location_efs": ("efs_file_system_arn",),
        "aws_dms_s3_endpoint": ("bucket_name",),
        "aws_s3_bucket_versioning": ("bucket",),
        "alicloud_db_account_privilege": ("instance_id",),
        "alicloud_db_database": ("instance_id",),
        "alicloud_rds_account": ("db_instance_id",),
        "alicloud_polardb_global_database_network": ("db_cluster_id",),
        "azurerm_mssql_database": ("server_id",),
        "azurerm_storage_container": ("storage_account_id", "storage_account_name"),
    }
)
"""Resources that only stand for another store, with the attributes that lead to it."""

GROUPED: Mapping[str, str] = MappingProxyType(
    {
        "aws_rds_cluster": "global_cluster_identifier",
        "aws_docdb_cluster": "global_cluster_identifier",
        "aws_neptune_cluster": "global_cluster_identifier",
    }
)
"""Stores that are copies of one another, with the attribute that names their group."""

PRIMARY = frozenset({"master_username", "database_name", "manage_master_user_password"})
"""Attributes that only the store of a group has that the others are copies of."""

PEERINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "alicloud_cen_instance": (),
        "alicloud_cen_bandwidth_package": (),
        "alicloud_cen_transit_router_peer_attachment": ("peer_transit_router_region_id",),
        "alicloud_vpc_peer_connection": ("accepting_region_id",),
        "aws_vpc_peering_connection": ("peer_region",),
        "aws_ec2_transit_gateway_peering_attachment": ("peer_region",),
        "aws_dx_connection": ("location",),
        "huaweicloud_cc_connection": (),
        "huaweicloud_vpc_peering_connection": (),
        "tencentcloud_ccn": (),
        "tencentcloud_vpc_peer_connect_manager": ("destination_region",),
        "azurerm_virtual_network_peering": (),
    }
)
"""Network paths: data may take them, but nothing says that any does."""
