variable "prefix" {
  default = "shop"
}

provider "alicloud" {
  region = "cn-beijing"
}

resource "alicloud_db_instance" "pair" {
  count         = 2
  engine        = "MySQL"
  instance_name = format("%s_%d", var.prefix, count.index + 1)
}

resource "alicloud_db_database" "pair" {
  count       = 2
  instance_id = alicloud_db_instance.pair[count.index].id
  name        = format("%s_db_%d", var.prefix, count.index)
}

resource "alicloud_dts_synchronization_job" "orders" {
  source_endpoint_instance_type    = "RDS"
  source_endpoint_instance_id      = alicloud_db_instance.pair.0.id
  source_endpoint_engine_name      = "MySQL"
  source_endpoint_region           = "cn-beijing"
  source_endpoint_user_name        = "canary-user"
  source_endpoint_password         = "canary-password"
  destination_endpoint_instance_id = alicloud_db_instance.pair[1].id
  destination_endpoint_engine_name = "MySQL"
  destination_endpoint_region      = "cn-beijing"

  db_list = jsonencode(
    {
      "${alicloud_db_database.pair.0.name}" = { name = alicloud_db_database.pair.1.name, all = true }
    }
  )
  status = "Synchronizing"
}
