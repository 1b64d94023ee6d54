provider "aws" {
  region = "eu-west-1"
}

provider "huaweicloud" {
  region = "cn-north-4"
}

provider "tencentcloud" {
  region = "ap-guangzhou"
}

provider "google" {
  region = "europe-west1"
}

resource "aws_s3_bucket" "old" {
  bucket = "old"
  replication_configuration {
    rules {
      status = "Enabled"
      destination {
        bucket = "arn:aws:s3:::new"
      }
    }
  }
}

resource "aws_dynamodb_global_table" "t" {
  name = "t"
  replica {
    region_name = "us-east-1"
  }
}

resource "aws_dynamodb_table_replica" "t" {
  global_table_arn = "arn:aws:dynamodb:us-west-2:123456789012:table/t"
}

resource "aws_neptune_cluster" "n" {
  cluster_identifier            = "n"
  replication_source_identifier = "arn:aws:rds:us-east-1:123456789012:cluster:m"
}

resource "aws_db_snapshot_copy" "s" {
  source_db_snapshot_identifier = "s"
  target_db_snapshot_identifier = "s2"
  destination_region            = "us-east-1"
}

resource "aws_dms_s3_endpoint" "lake" {
  bucket_name = "lake"
}

resource "aws_dms_endpoint" "stream" {
  engine_name = "kinesis"
  kinesis_settings {
    stream_arn = "arn:aws:kinesis:eu-west-1:123456789012:stream/cdc"
  }
}

resource "aws_dms_replication_config" "c" {
  source_endpoint_arn = aws_dms_s3_endpoint.lake.endpoint_arn
  target_endpoint_arn = aws_dms_endpoint.stream.endpoint_arn
}

resource "aws_datasync_location_s3" "from" {
  s3_bucket_arn = aws_s3_bucket.old.arn
}

resource "aws_datasync_location_nfs" "into" {
  server_hostname = "nfs.example.com"
}

resource "aws_datasync_task" "d" {
  source_location_arn      = aws_datasync_location_s3.from.arn
  destination_location_arn = aws_datasync_location_nfs.into.arn
}

resource "aws_elasticache_replication_group" "first" {
  replication_group_id = "first"
}

resource "aws_elasticache_global_replication_group" "g" {
  primary_replication_group_id = aws_elasticache_replication_group.first.id
}

resource "aws_elasticache_replication_group" "second" {
  replication_group_id        = "second"
  region                      = "us-east-1"
  global_replication_group_id = aws_elasticache_global_replication_group.g.global_replication_group_id
}

resource "aws_kms_replica_key" "k" {
  primary_key_arn = "arn:aws:kms:us-east-1:123456789012:key/a"
}

resource "aws_ecr_replication_configuration" "e" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "123456789012"
      }
    }
  }
}

resource "aws_redshift_snapshot_copy" "r" {
  cluster_identifier = "dw"
  destination_region = "us-east-1"
}

resource "aws_redshift_cluster" "dw" {
  cluster_identifier = "dw"
  snapshot_copy {
    destination_region = "us-west-2"
  }
}

resource "aws_backup_plan" "b" {
  rule {
    target_vault_name = "main"
    copy_action {
      destination_vault_arn = "arn:aws:backup:us-east-1:123456789012:backup-vault:dr"
    }
  }
}

resource "aws_ebs_snapshot_copy" "s" {
  source_snapshot_id = "snap-1"
  source_region      = "us-east-1"
}

resource "aws_ami_copy" "a" {
  name              = "copy"
  source_ami_id     = "ami-1"
  source_ami_region = "us-east-1"
}

resource "aws_secretsmanager_secret" "s" {
  name = "s"
  replica {
    region = "us-east-1"
  }
}

resource "aws_efs_replication_configuration" "f" {
  source_file_system_id = "fs-1"
  destination {
    region = "us-east-1"
  }
}

resource "alicloud_dts_migration_job" "m" {
  source_endpoint_region           = "cn-beijing"
  source_endpoint_engine_name      = "PolarDB"
  source_endpoint_instance_id      = "pc-1"
  destination_endpoint_region      = "eu-central-1"
  destination_endpoint_engine_name = "MySQL"
  destination_endpoint_instance_id = "rm-2"
  db_list                          = "not json"
}

resource "alicloud_dts_subscription_job" "s" {
  source_endpoint_region      = "cn-beijing"
  source_endpoint_engine_name = "MySQL"
  source_endpoint_instance_id = "rm-1"
}

resource "alicloud_db_readonly_instance" "r" {
  master_db_instance_id = "rm-1"
  instance_name         = "copy"
}

resource "alicloud_rds_ddr_instance" "d" {
  source_db_instance_name = "rm-1"
  source_region           = "cn-beijing"
  instance_name           = "ddr"
}

resource "tencentcloud_dts_migrate_job" "m" {
  src_info {
    region        = "ap-guangzhou"
    database_type = "mysql"
    info {
      host = "10.0.0.1"
      port = 3306
    }
  }
  dst_info {
    region        = "na-siliconvalley"
    database_type = "mysql"
    info {
      instance_id = "cdb-1"
    }
  }
  migrate_option {
    database_table {
      object_mode = "all"
    }
  }
}

resource "tencentcloud_mysql_dr_instance" "d" {
  master_instance_id = "cdb-1"
  master_region      = "ap-shanghai"
  instance_name      = "dr"
}

resource "tencentcloud_mysql_readonly_instance" "r" {
  master_instance_id = "cdb-1"
  instance_name      = "ro"
}

resource "tencentcloud_cbs_copy_snapshot_cross_region" "c" {
  snapshot_id        = "snap-1"
  destination_region = "ap-hongkong"
}

resource "huaweicloud_obs_bucket_replication" "o" {
  bucket             = "a"
  destination_bucket = "b"
}

resource "huaweicloud_cdm_link" "from" {
  connector = "generic-jdbc-connector"
  config = {
    host = "10.0.0.3"
    port = 3306
  }
}

resource "huaweicloud_cdm_link" "into" {
  connector = "obs-connector"
}

resource "huaweicloud_cdm_job" "c" {
  source_link_name      = huaweicloud_cdm_link.from.name
  destination_link_name = huaweicloud_cdm_link.into.name
}

resource "huaweicloud_rds_cross_region_backup_strategy" "b" {
  instance_id        = "rds-1"
  destination_region = "ap-southeast-1"
}

resource "huaweicloud_rds_read_replica_instance" "r" {
  name                = "copy"
  primary_instance_id = "rds-1"
}

resource "huaweicloud_kms_key_replicate" "k" {
  key_id         = "key-1"
  replica_region = "ap-southeast-1"
}

resource "azurerm_cosmosdb_account" "c" {
  name     = "c"
  location = "westeurope"
  geo_location {
    location = "East US"
  }
}

resource "google_storage_transfer_job" "t" {
  transfer_spec {
    aws_s3_data_source {
      bucket_name = "old"
    }
    gcs_data_sink {
      bucket_name = "gcs"
    }
  }
}

resource "google_sql_database_instance" "r" {
  name                 = "copy"
  master_instance_name = "main"
}

resource "alicloud_log_oss_export" "x" {
  project_name = "weblogs"
  bucket       = "weblogs-kept"
}

resource "alicloud_ebs_disk_replica_pair" "x" {
  disk_id               = "d-0001"
  source_region_id      = "cn-beijing"
  destination_disk_id   = "d-0002"
  destination_region_id = "cn-shanghai"
}

resource "alicloud_polardb_cluster" "first" {
  provider    = alicloud.cn
  description = "ledger"
}

resource "alicloud_polardb_global_database_network" "ledger" {
  db_cluster_id = alicloud_polardb_cluster.first.id
}

resource "alicloud_polardb_cluster" "second" {
  description     = "ledger-second"
  creation_option = "CreateGdnStandby"
  gdn_id          = alicloud_polardb_global_database_network.ledger.id
}

resource "tencentcloud_redis_replicate_attachment" "x" {
  master_instance_id = "crs-main"

  instances {
    instance_id = "crs-copy"
  }
}

resource "tencentcloud_tcr_manage_replication_operation" "x" {
  source_registry_id      = "tcr-main"
  destination_registry_id = "tcr-copy"
}

resource "huaweicloud_oms_migration_task" "x" {
  source_object {
    data_source = "AWS"
    region      = "ap-southeast-1"
    bucket      = "old"
    secret_key  = "canary-secret"
  }

  destination_object {
    region = "cn-north-4"
    bucket = "new"
  }
}

resource "huaweicloud_gaussdb_dr_relationship" "x" {
  instance_id = "main"
  dr_ip       = "10.0.0.8"
}

resource "aws_msk_replicator" "x" {
  replication_info_list {
    source_kafka_cluster_arn = "arn:aws:kafka:ap-southeast-1:000000000000:cluster/main/1"
    target_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:000000000000:cluster/copy/1"
  }
}

resource "aws_efs_file_system" "alone" {}

resource "azurerm_sql_failover_group" "x" {
  server_name = "hr-first"

  partner_servers {
    id = "hr-second"
  }
}

resource "azurerm_mssql_managed_instance_failover_group" "x" {
  managed_instance_id         = "first"
  partner_managed_instance_id = "second"
}

resource "azurerm_mssql_database" "copy" {
  name                        = "people"
  server_id                   = "server-of-the-copy"
  create_mode                 = "Secondary"
  creation_source_database_id = "people-main"
}

resource "azurerm_postgresql_flexible_server" "copy" {
  name             = "visits-copy"
  location         = "westeurope"
  create_mode      = "Replica"
  source_server_id = "visits"
}

resource "azurerm_mysql_flexible_server" "copy" {
  name             = "orders-copy"
  location         = "westeurope"
  create_mode      = "Replica"
  source_server_id = "orders"
}

resource "azurerm_redis_linked_server" "x" {
  target_redis_cache_name = "main"
  linked_redis_cache_id   = "copy"
}

resource "google_bigquery_data_transfer_config" "copy" {
  data_source_id         = "cross_region_copy"
  destination_dataset_id = "marts_copy"
  params = {
    source_dataset_id = "marts"
  }
}

resource "google_bigquery_data_transfer_config" "query" {
  data_source_id         = "scheduled_query"
  destination_dataset_id = "marts"
}

resource "example_replication_task" "x" {
  from = "somewhere"
}
