"""Resources of Alibaba, Tencent and Huawei that are a copy or a transfer: from where, to where, and what moves."""

from collections.abc import Mapping
from types import MappingProxyType

from kuajing.readers.infrastructure.copy_kinds import ME, OFF, Copy, End, parts_of

_KAFKA = End("/instance_id", kind="kafka")
_PEER = End("source_task.peer_instance_id", kind="kafka")

_ALICLOUD_DTS = Copy(
    parts_of("source_endpoint_"),
    parts_of("destination_endpoint_"),
    mapping="db_list",
    grammar="dts",
    off=("status", OFF),
)

COPIES_OF_CHINESE_CLOUDS: Mapping[str, tuple[Copy, ...]] = MappingProxyType(
    {
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
                parts_of("source_endpoint_"),
                End("subscription", kind="dts"),
                mapping="db_list",
                grammar="dts",
            ),
        ),
        "alicloud_db_readonly_instance": (Copy(End("master_db_instance_id", kind="rds"), ME),),
        "alicloud_rds_ddr_instance": (Copy(End("source_db_instance_name", "source_region", "rds"), ME),),
        "tencentcloud_cos_bucket": (
            Copy(
                ME,
                End("destination_bucket", kind="cos"),
                "replica_rules",
                ("status", OFF),
                prefix=("prefix",),
            ),
        ),
        "tencentcloud_dts_sync_config": (
            Copy(
                parts_of("src_info."),
                parts_of("dst_info."),
                mapping="objects",
                grammar="objects",
            ),
        ),
        "tencentcloud_dts_migrate_job": (
            Copy(
                parts_of("src_info.", "info."),
                parts_of("dst_info.", "info."),
                mapping="migrate_option.database_table",
                grammar="objects",
            ),
        ),
        "tencentcloud_mysql_dr_instance": (Copy(End("master_instance_id", "master_region", "mysql"), ME),),
        "tencentcloud_mysql_readonly_instance": (
            Copy(End("master_instance_id", "master_region", "mysql"), ME),
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
        "huaweicloud_drs_job": (Copy(parts_of("source_db."), parts_of("destination_db.")),),
        "huaweicloud_cdm_job": (
            Copy(End("source_link_name", kind="cdm"), End("destination_link_name", kind="cdm")),
        ),
        "huaweicloud_rds_cross_region_backup_strategy": (
            Copy(End("instance_id", kind="rds"), End("instance_id", "destination_region", "rds")),
        ),
        "huaweicloud_rds_read_replica_instance": (Copy(End("primary_instance_id", kind="rds"), ME),),
        "huaweicloud_kms_key_replicate": (
            Copy(End("key_id", kind="kms"), End("key_id", "replica_region", "kms")),
        ),
        "alicloud_image_copy": (Copy(End("source_image_id", "source_region_id", "ecs"), ME),),
        "alicloud_hbr_replication_vault": (
            Copy(End("replication_source_vault_id", "replication_source_region_id", "hbr"), ME),
        ),
        "alicloud_sls_oss_export_sink": (
            Copy(End("project", kind="sls"), End("configuration.sink.bucket", kind="oss")),
        ),
        "alicloud_log_oss_export": (Copy(End("project_name", kind="sls"), End("bucket", kind="oss")),),
        "alicloud_ebs_disk_replica_pair": (
            Copy(
                End("disk_id", "source_region_id", "ecs"),
                End("destination_disk_id", "destination_region_id", "ecs"),
            ),
        ),
        "alicloud_polardb_cluster": (Copy(End("gdn_id", kind="polardb"), ME),),
        "tencentcloud_redis_replicate_attachment": (
            Copy(End("/master_instance_id", kind="redis"), End("instance_id", kind="redis"), "instances"),
        ),
        "tencentcloud_tcr_manage_replication_operation": (
            Copy(End("source_registry_id", kind="tcr"), End("destination_registry_id", kind="tcr")),
        ),
        "huaweicloud_oms_migration_sync_task": (
            Copy(
                End("src_bucket", "src_region", cloud="src_cloud_type"),
                End("dst_bucket", kind="obs", is_here=True),
            ),
        ),
        "huaweicloud_oms_migration_task": (
            Copy(
                End("source_object.bucket", "source_object.region", cloud="source_object.data_source"),
                End("destination_object.bucket", "destination_object.region", "obs"),
            ),
        ),
        "huaweicloud_dms_kafkav2_smart_connect_task": (
            Copy(_KAFKA, _PEER, when=("source_task.direction", frozenset({"push", "two-way"}))),
            Copy(_PEER, _KAFKA, when=("source_task.direction", frozenset({"pull", "two-way"}))),
            Copy(_KAFKA, End("destination_task.obs_bucket_name", kind="obs")),
        ),
        "huaweicloud_gaussdb_dr_relationship": (
            Copy(End("instance_id", kind="gaussdb"), End("dr_ip", kind="gaussdb")),
        ),
    }
)
