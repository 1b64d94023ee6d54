provider "alicloud" {
  region = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "abroad"
  region = "ap-southeast-1"
}

resource "random_integer" "suffix" {
  min = 100
  max = 999
}

resource "alicloud_oss_bucket" "members" {
  bucket = "members-${random_integer.suffix.result}"
}

resource "alicloud_oss_bucket" "members_copy" {
  provider = alicloud.abroad
  bucket   = "members-copy-${random_integer.suffix.result}"
}

resource "alicloud_oss_bucket_replication" "members" {
  bucket = alicloud_oss_bucket.members.id
  action = "PUT,DELETE"

  prefix_set {
    prefixes = ["cards/", "orders/"]
  }

  destination {
    bucket   = alicloud_oss_bucket.members_copy.id
    location = alicloud_oss_bucket.members_copy.location
  }
}
