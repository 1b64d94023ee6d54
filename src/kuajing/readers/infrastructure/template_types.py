"""The types and functions of CloudFormation that are known, by what other formats call the same things."""

from collections.abc import Mapping
from types import MappingProxyType

FUNCTIONS: Mapping[str, str] = MappingProxyType(
    {
        "!Ref": "Ref",
        "!Condition": "Condition",
        **{
            f"!{name}": f"Fn::{name}"
            for name in [
                "And",
                "Base64",
                "Cidr",
                "Contains",
                "Equals",
                "FindInMap",
                "ForEach",
                "GetAtt",
                "GetAZs",
                "If",
                "ImportValue",
                "Join",
                "Length",
                "Not",
                "Or",
                "Select",
                "Split",
                "Sub",
                "ToJsonString",
                "Transform",
                "ValueOf",
                "ValueOfAll",
                "RefAll",
                "EachMemberEquals",
                "EachMemberIn",
            ]
        },
    }
)
"""The short forms of functions, by the names that they have in JSON."""

RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "replica_regions": "replica",
        "copy_actions": "copy_action",
        "backup_plan_rule": "rule",
        "destination_backup_vault_arn": "destination_vault_arn",
        "target_backup_vault": "target_vault_name",
    }
)

WRAPPED: Mapping[str, str] = MappingProxyType({"AWS::Backup::BackupPlan": "BackupPlan"})
"""By type the one property that holds all others."""

_Type = tuple[str, Mapping[str, str]]


def _type(kind: str, **renamed: str) -> _Type:
    return kind, MappingProxyType(renamed)


TYPES: Mapping[str, _Type] = MappingProxyType(
    {
        "AWS::S3::Bucket": _type("aws_s3_bucket", bucket_name="bucket"),
        "AWS::DynamoDB::Table": _type("aws_dynamodb_table", table_name="name"),
        "AWS::DynamoDB::GlobalTable": _type(
            "aws_dynamodb_global_table", table_name="name", replicas="replica", region="region_name"
        ),
        "AWS::Serverless::SimpleTable": _type("aws_dynamodb_table", table_name="name"),
        "AWS::RDS::DBInstance": _type(
            "aws_db_instance",
            db_instance_identifier="identifier",
            source_db_instance_identifier="replicate_source_db",
        ),
        "AWS::RDS::DBCluster": _type("aws_rds_cluster", db_cluster_identifier="cluster_identifier"),
        "AWS::RDS::GlobalCluster": _type("aws_rds_global_cluster"),
        "AWS::DocDB::DBCluster": _type("aws_docdb_cluster", db_cluster_identifier="cluster_identifier"),
        "AWS::Neptune::DBCluster": _type("aws_neptune_cluster", db_cluster_identifier="cluster_identifier"),
        "AWS::Redshift::Cluster": _type("aws_redshift_cluster", db_name="database_name"),
        "AWS::ElastiCache::ReplicationGroup": _type("aws_elasticache_replication_group"),
        "AWS::OpenSearchService::Domain": _type("aws_opensearch_domain"),
        "AWS::Elasticsearch::Domain": _type("aws_elasticsearch_domain"),
        "AWS::SQS::Queue": _type("aws_sqs_queue", queue_name="name"),
        "AWS::SNS::Topic": _type("aws_sns_topic", topic_name="name"),
        "AWS::Kinesis::Stream": _type("aws_kinesis_stream"),
        "AWS::MSK::Cluster": _type("aws_msk_cluster"),
        "AWS::EFS::FileSystem": _type("aws_efs_file_system"),
        "AWS::KMS::ReplicaKey": _type("aws_kms_replica_key"),
        "AWS::KMS::Key": _type("aws_kms_key"),
        "AWS::SecretsManager::Secret": _type("aws_secretsmanager_secret"),
        "AWS::ECR::ReplicationConfiguration": _type(
            "aws_ecr_replication_configuration", rules="rule", destinations="destination"
        ),
        "AWS::DMS::Endpoint": _type("aws_dms_endpoint"),
        "AWS::DMS::ReplicationTask": _type("aws_dms_replication_task"),
        "AWS::DMS::ReplicationConfig": _type("aws_dms_replication_config"),
        "AWS::DataSync::Task": _type("aws_datasync_task"),
        "AWS::DataSync::LocationS3": _type("aws_datasync_location_s3"),
        "AWS::DataSync::LocationEFS": _type("aws_datasync_location_efs"),
        "AWS::DataSync::LocationNFS": _type("aws_datasync_location_nfs"),
        "AWS::DataSync::LocationSMB": _type("aws_datasync_location_smb"),
        "AWS::DataSync::LocationHDFS": _type("aws_datasync_location_hdfs"),
        "AWS::DataSync::LocationObjectStorage": _type("aws_datasync_location_object_storage"),
        "AWS::Glue::Connection": _type("aws_glue_connection"),
        "AWS::MSK::Replicator": _type("aws_msk_replicator"),
        "AWS::Backup::BackupPlan": _type("aws_backup_plan"),
        "AWS::Backup::BackupVault": _type("aws_backup_vault", backup_vault_name="name"),
    }
)
"""By type what the same resource is called elsewhere, and the properties that have another name there."""
