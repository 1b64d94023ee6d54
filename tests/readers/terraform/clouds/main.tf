provider "alicloud" {
  region = "cn-shanghai"
}

provider "tencentcloud" {
  region = "ap-guangzhou"
}

provider "huaweicloud" {
  region = "cn-north-4"
}

provider "azurerm" {
  environment = "china"
}

resource "alicloud_oss_bucket_replication" "crm" {
  bucket = "crm-sh"
  prefix_set {
    prefixes = ["member/", "order/"]
  }
  destination {
    bucket   = "crm-sg"
    location = "oss-ap-southeast-1"
  }
}

resource "alicloud_dts_synchronization_job" "crm" {
  source_endpoint_region             = "cn-shanghai"
  source_endpoint_engine_name        = "MySQL"
  source_endpoint_instance_type      = "RDS"
  source_endpoint_instance_id        = "rm-crm"
  source_endpoint_password           = "canary-password"
  destination_endpoint_region        = "ap-southeast-1"
  destination_endpoint_engine_name   = "MySQL"
  destination_endpoint_ip            = "10.0.0.8"
  destination_endpoint_port          = "3306"
  destination_endpoint_database_name = "crm_sg"
  db_list                            = "{\"crm\":{\"name\":\"crm_sg\",\"all\":false,\"Table\":{\"member\":{\"name\":\"people\",\"all\":false,\"column\":{\"phone\":{\"name\":\"tel\"},\"id\":{\"name\":\"id\"}}},\"orders\":{\"name\":\"orders\",\"all\":true}}}}"
}

resource "tencentcloud_cos_bucket" "crm" {
  bucket = "crm-1250000000"
  replica_rules {
    id                 = "all"
    status             = "Enabled"
    destination_bucket = "qcs::cos:ap-singapore::crm-sg-1250000000"
  }
}

resource "tencentcloud_dts_sync_config" "crm" {
  src_info {
    region      = "ap-guangzhou"
    instance_id = "cdb-crm"
    password    = "canary-password"
  }
  dst_info {
    region      = "ap-hongkong"
    instance_id = "cdb-hk"
  }
  objects {
    mode = "Partial"
    databases {
      db_name    = "crm"
      table_mode = "Partial"
      tables {
        table_name  = "member"
        column_mode = "Partial"
        columns {
          column_name = "phone"
        }
      }
    }
  }
}

resource "huaweicloud_drs_job" "crm" {
  engine_type = "mysql"
  type        = "sync"
  source_db {
    engine_type = "mysql"
    ip          = "10.1.0.2"
    port        = 3306
    password    = "canary-password"
    region      = "cn-north-4"
  }
  destination_db {
    engine_type = "mysql"
    ip          = "10.2.0.2"
    port        = 3306
    region      = "ap-southeast-1"
  }
}

resource "alicloud_vpc_peer_connection" "sg" {
  accepting_region_id = "ap-southeast-1"
}

resource "alicloud_oss_bucket" "logs" {
  bucket = "logs-sh"
}

resource "aws_dynamodb_table" "carts" {
  name   = "carts"
  region = "cn-northwest-1"
  dynamic "replica" {
    for_each = ["cn-north-1", "us-west-2"]
    content {
      region_name = replica.value
    }
  }
}

resource "aws_rds_global_cluster" "shop" {
  global_cluster_identifier = "shop"
}

resource "aws_rds_cluster" "first" {
  cluster_identifier        = "shop-tokyo"
  region                    = "ap-northeast-1"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
  master_username           = "canary-password"
}

resource "aws_rds_cluster" "second" {
  cluster_identifier        = "shop-ohio"
  region                    = "us-east-2"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
}

resource "azurerm_storage_account" "from" {
  name     = "crmcn"
  location = "China East 2"
}

resource "azurerm_storage_object_replication" "crm" {
  source_storage_account_id      = azurerm_storage_account.from.id
  destination_storage_account_id = azurerm_storage_account.into.id
}

resource "azurerm_storage_account" "into" {
  name     = "crmcn2"
  location = "chinanorth3"
}

resource "huaweicloud_obs_bucket_replication" "crm" {
  bucket             = "crm-bj"
  destination_bucket = "crm-hk"
}
