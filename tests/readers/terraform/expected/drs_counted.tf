provider "huaweicloud" {
  region = "cn-north-4"
}

variable "copy_region" {
  type = string
}

resource "huaweicloud_rds_instance" "crm" {
  count  = 2
  name   = count.index == 0 ? "crm-main" : "crm-copy"
  region = count.index == 0 ? "cn-north-4" : "ap-southeast-3"

  db {
    type     = "MySQL"
    password = "canary-password"
  }
}

resource "huaweicloud_drs_job" "crm" {
  name        = "crm"
  engine_type = "mysql"

  source_db {
    engine_type = "mysql"
    ip          = huaweicloud_rds_instance.crm[0].fixed_ip
    port        = 3306
    user        = "canary-user"
    password    = "canary-password"
  }

  destination_db {
    region      = huaweicloud_rds_instance.crm[1].region
    ip          = huaweicloud_rds_instance.crm[1].fixed_ip
    port        = 3306
    engine_type = "mysql"
    instance_id = huaweicloud_rds_instance.crm[1].id
    password    = "canary-password"
  }
}
