"""Resources that are a copy or a transfer, as a table: from where, to where, and what moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SELF = "/"
"""The resource itself as an end."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a copy.

    `path` leads to what names the store: a reference, a name, an ARN; `/` alone is the resource itself, and a path
    that begins with `/` starts at the resource rather than at each copy in it. `region` leads to a region that is
    named beside it. `kind` is the kind of store that a bare name means; `is_here` says that it lies in the region of
    the resource's own provider. `parts` leads to attributes that describe a
    database (`region`, `engine`, `instance`, `host`, `port`, `database`), by what each is called there.
    """

    path: str = ""
    region: str = ""
    kind: str = ""
    is_here: bool = False
    parts: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One kind of copy; `each` leads to the blocks of which every one is a copy, `off` to what says it rests.

    Where `is_whole` holds, a resource without such blocks is one copy.
    `mapping` names the attribute that selects tables and columns, and `grammar` how it does so. `prefix` leads to the
    prefixes of the objects that are copied.
    """

    source: End
    target: End
    each: str = ""
    off: tuple[str, frozenset[str]] | None = None
    mapping: str = ""
    grammar: str = ""
    prefix: tuple[str, ...] = ()
    is_whole: bool = False


_OFF = frozenset({"disabled", "off", "suspended", "paused"})
_ME = End(SELF)


def _at(*paths: str, prefix: str = "") -> tuple[str, ...]:
    return tuple(f"{prefix}{path}" for path in paths)


def _parts(prefix: str, inner: str = "", **more: tuple[str, ...]) -> End:
    """The parts of a database under a common prefix; `inner` is the block that holds the host."""
    parts = {
        "region": _at("region", prefix=prefix),
        "engine": _at("engine_name", "database_type", "engine_type", prefix=prefix),
        "instance": _at("instance_id", f"{inner}instance_id", prefix=prefix),
        "host": _at("ip", "host", f"{inner}host", f"{inner}ip", prefix=prefix),
        "port": _at("port", f"{inner}port", prefix=prefix),
        "database": _at("database_name", "db_name", f"{inner}db_name", prefix=prefix),
    }
    return End(parts=MappingProxyType({**parts, **more}))


_ALICLOUD_DTS = Copy(
    _parts("source_endpoint_"),
    _parts("destination_endpoint_"),
    mapping="db_list",
    grammar="dts",
    off=("status", _OFF),
)

COPIES: Mapping[str, tuple[Copy, ...]] = MappingProxyType(
    {
        "aws_s3_bucket_replication_configuration": (
            Copy(
                End("/bucket", kind="s3", is_here=True),
                End("destination.bucket", kind="s3"),
                "rule",
                ("status", _OFF),
                prefix=("filter.prefix", "filter.and.prefix", "prefix"),
            ),
        ),
        "aws_s3_bucket": (
            Copy(
                _ME,
                End("destination.bucket", kind="s3"),
                "replication_configuration.rules",
                ("status", _OFF),
                prefix=("filter.prefix", "prefix"),
            ),
        ),
        "aws_dynamodb_table": (Copy(_ME, End(SELF, "region_name"), "replica"),),
        "aws_dynamodb_global_table": (Copy(_ME, End(SELF, "region_name"), "replica"),),
        "aws_dynamodb_table_replica": (Copy(End("global_table_arn"), _ME),),
        "aws_db_instance": (Copy(End("replicate_source_db", kind="rds"), _ME),),
        "aws_rds_cluster": (Copy(End("replication_source_identifier", "source_region", kind="rds"), _ME),),
        "aws_docdb_cluster": (),
        "aws_neptune_cluster": (Copy(End("replication_source_identifier", kind="rds"), _ME),),
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
            Copy(End("global_replication_group_id", kind="elasticache"), _ME),
        ),
        "aws_kms_replica_key": (Copy(End("primary_key_arn"), _ME),),
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
        "aws_redshift_cluster": (Copy(_ME, End(SELF, "destination_region"), "snapshot_copy"),),
        "aws_backup_plan": (
            Copy(
                End("/rule.target_vault_name", kind="backup"),
                End("destination_vault_arn", kind="backup"),
                "rule.copy_action",
            ),
        ),
        "aws_ebs_snapshot_copy": (Copy(End("source_snapshot_id", "source_region", "ec2"), _ME),),
        "aws_ami_copy": (Copy(End("source_ami_id", "source_ami_region", "ec2"), _ME),),
        "aws_secretsmanager_secret": (Copy(_ME, End(SELF, "region"), "replica"),),
        "aws_efs_replication_configuration": (
            Copy(
                End("/source_file_system_id", kind="elasticfilesystem"),
                End("/source_file_system_id", "region", "elasticfilesystem"),
                "destination",
            ),
        ),
        "alicloud_oss_bucket_replication": (
            Copy(
                End("/bucket", kind="oss", is_here=True),
                End("bucket", "location", "oss"),
                "destination",
                prefix=("/prefix_set.prefixes",),
            ),
        ),
        "alicloud_dts_synchronization_job": (_ALICLOUD_DTS,),
        "alicloud_dts_migration_job": (_ALICLOUD_DTS,),
        "alicloud_dts_subscription_job": (
            Copy(
                _parts("source_endpoint_"), End("subscription", kind="dts"), mapping="db_list", grammar="dts"
            ),
        ),
        "alicloud_db_readonly_instance": (Copy(End("master_db_instance_id", kind="rds"), _ME),),
        "alicloud_rds_ddr_instance": (Copy(End("source_db_instance_name", "source_region", "rds"), _ME),),
        "tencentcloud_cos_bucket": (
            Copy(
                _ME,
                End("destination_bucket", kind="cos"),
                "replica_rules",
                ("status", _OFF),
                prefix=("prefix",),
            ),
        ),
        "tencentcloud_dts_sync_config": (
            Copy(
                _parts("src_info."),
                _parts("dst_info."),
                mapping="objects",
                grammar="objects",
            ),
        ),
        "tencentcloud_dts_migrate_job": (
            Copy(
                _parts("src_info.", "info."),
                _parts("dst_info.", "info."),
                mapping="migrate_option.database_table",
                grammar="objects",
            ),
        ),
        "tencentcloud_mysql_dr_instance": (Copy(End("master_instance_id", "master_region", "mysql"), _ME),),
        "tencentcloud_mysql_readonly_instance": (
            Copy(End("master_instance_id", "master_region", "mysql"), _ME),
        ),
        "tencentcloud_cbs_copy_snapshot_cross_region": (
            Copy(End("snapshot_id", kind="cbs"), End("snapshot_id", "destination_region", "cbs")),
        ),
        "huaweicloud_obs_bucket_replication": (
            Copy(
                End("/bucket", kind="obs", is_here=True),
                End("/destination_bucket", kind="obs"),
                "rule",
                prefix=("prefix",),
                is_whole=True,
            ),
        ),
        "huaweicloud_drs_job": (Copy(_parts("source_db."), _parts("destination_db.")),),
        "huaweicloud_cdm_job": (
            Copy(End("source_link_name", kind="cdm"), End("destination_link_name", kind="cdm")),
        ),
        "huaweicloud_rds_cross_region_backup_strategy": (
            Copy(End("instance_id", kind="rds"), End("instance_id", "destination_region", "rds")),
        ),
        "huaweicloud_rds_read_replica_instance": (Copy(End("primary_instance_id", kind="rds"), _ME),),
        "huaweicloud_kms_key_replicate": (
            Copy(End("key_id", kind="kms"), End("key_id", "replica_region", "kms")),
        ),
        "azurerm_storage_object_replication": (
            Copy(
                End("source_storage_account_id", kind="azure_blob"),
                End("destination_storage_account_id", kind="azure_blob"),
            ),
        ),
        "azurerm_cosmosdb_account": (Copy(_ME, End(SELF, "location"), "geo_location"),),
        "google_storage_transfer_job": (
            Copy(
                End("transfer_spec.gcs_data_source.bucket_name", kind="gs"),
                End("transfer_spec.gcs_data_sink.bucket_name", kind="gs"),
                off=("status", _OFF),
            ),
            Copy(
                End("transfer_spec.aws_s3_data_source.bucket_name", kind="s3"),
                End("transfer_spec.gcs_data_sink.bucket_name", kind="gs"),
                off=("status", _OFF),
            ),
        ),
        "google_sql_database_instance": (Copy(End("master_instance_name", kind="cloudsql"), _ME),),
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
