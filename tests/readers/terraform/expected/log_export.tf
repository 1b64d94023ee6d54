locals {
  region = "cn-shenzhen"
}

provider "alicloud" {
  region = local.region
}

resource "alicloud_log_project" "app" {
  project_name = "app-logs"
}

resource "alicloud_oss_bucket" "kept" {
  bucket = "app-logs-kept"
}

resource "alicloud_sls_oss_export_sink" "app" {
  project  = alicloud_log_project.app.project_name
  job_name = "export"

  configuration {
    logstore = "access"

    sink {
      bucket   = alicloud_oss_bucket.kept.bucket
      endpoint = "https://oss-${local.region}-internal.aliyuncs.com"
      prefix   = "app01"
    }
  }
}
