provider "huaweicloud" {
  region = "cn-south-1"
}

provider "huaweicloud" {
  alias  = "abroad"
  region = "ap-southeast-3"
}

resource "huaweicloud_dms_kafka_instance" "home" {
  name = "events"
}

resource "huaweicloud_dms_kafka_instance" "abroad" {
  provider = huaweicloud.abroad
  name     = "events-abroad"
}

resource "huaweicloud_dms_kafkav2_smart_connect_task" "out" {
  instance_id = huaweicloud_dms_kafka_instance.home.id
  task_name   = "out"
  source_type = "KAFKA_REPLICATOR_SOURCE"
  topics      = ["orders", "members"]

  source_task {
    peer_instance_id = huaweicloud_dms_kafka_instance.abroad.id
    direction        = "push"
    password         = "canary-password"
  }
}
