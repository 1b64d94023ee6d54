provider "huaweicloud" {
  region = "ap-southeast-1"
}

resource "huaweicloud_obs_bucket" "target" {
  bucket = "moved-here"
}

resource "huaweicloud_oms_migration_sync_task" "move" {
  src_cloud_type = "Aliyun"
  src_region     = "cn-beijing"
  src_ak         = "canary-key"
  src_sk         = "canary-secret"
  src_bucket     = "old-home"
  dst_ak         = "canary-key"
  dst_sk         = "canary-secret"
  dst_bucket     = huaweicloud_obs_bucket.target.bucket
}
