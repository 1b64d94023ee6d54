provider "alicloud" {
  alias  = "sh"
  region = "cn-shanghai"
}

provider "alicloud" {
  alias  = "hk"
  region = "cn-hongkong"
}

resource "alicloud_image" "till" {
  provider    = alicloud.sh
  instance_id = "i-000001"
  image_name  = "till"
}

resource "alicloud_image_copy" "till" {
  provider         = alicloud.hk
  source_image_id  = alicloud_image.till.id
  source_region_id = "cn-shanghai"
  image_name       = "till-abroad"
}
