variable "home" {
  default = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "home"
  region = var.home
}

provider "alicloud" {
  alias  = "mirror"
  region = "ap-southeast-5"
}

resource "alicloud_hbr_vault" "files" {
  provider   = alicloud.home
  vault_name = "files"
}

resource "alicloud_hbr_replication_vault" "files" {
  provider                     = alicloud.mirror
  replication_source_region_id = var.home
  replication_source_vault_id  = alicloud_hbr_vault.files.id
  vault_name                   = "files-mirror"
}
