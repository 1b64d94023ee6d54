provider "aws" {
  region = "cn-northwest-1"
}

resource "aws_dms_endpoint" "source" {
  endpoint_id   = "crm"
  endpoint_type = "source"
  engine_name   = "mysql"
  server_name   = "crm.example.cn"
  port          = 3306
  database_name = "crm"
  username      = "dms"
  password      = "canary-password"
}

resource "aws_db_instance" "hr" {
  identifier = "hr"
  engine     = "postgres"
  db_name    = "hr"
  password   = "canary-password"
}

resource "aws_dms_endpoint" "hr" {
  endpoint_id   = "hr"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = aws_db_instance.hr.address
  database_name = "hr"
}

resource "aws_dms_endpoint" "lake" {
  endpoint_id   = "lake"
  endpoint_type = "target"
  engine_name   = "s3"
  s3_settings {
    bucket_name = "lake-sg"
  }
}

resource "aws_dms_replication_task" "members" {
  migration_type      = "full-load-and-cdc"
  source_endpoint_arn = aws_dms_endpoint.source.endpoint_arn
  target_endpoint_arn = aws_dms_endpoint.hr.endpoint_arn
  table_mappings = jsonencode({
    rules = [
      {
        "rule-type"      = "selection"
        "rule-action"    = "include"
        "object-locator" = { "schema-name" = "crm", "table-name" = "member" }
      },
      {
        "rule-type"      = "transformation"
        "rule-target"    = "table"
        "rule-action"    = "rename"
        "object-locator" = { "schema-name" = "crm", "table-name" = "member" }
        value            = "person"
      },
      {
        "rule-type"      = "transformation"
        "rule-target"    = "column"
        "rule-action"    = "remove-column"
        "object-locator" = { "schema-name" = "crm", "table-name" = "member", "column-name" = "id_card" }
      },
    ]
  })
}

resource "aws_dms_replication_task" "everything" {
  source_endpoint_arn = aws_dms_endpoint.hr.endpoint_arn
  target_endpoint_arn = aws_dms_endpoint.lake.endpoint_arn
  table_mappings      = file("${path.module}/mappings.json")
}

resource "aws_dms_replication_task" "open" {
  source_endpoint_arn = var.source
  target_endpoint_arn = aws_dms_endpoint.lake.endpoint_arn
  table_mappings      = var.mappings
}
