provider "aws" {
  region = "cn-north-1"
}

locals {
  endpoints = {
    crm  = { engine = "mysql", server = "crm.db.internal", database = "crm" }
    lake = { engine = "postgres", server = "lake.example.com", database = "lake" }
  }
  tasks = {
    people = { from = "crm", to = "lake", on = true }
  }
}

resource "aws_dms_endpoint" "this" {
  for_each      = local.endpoints
  endpoint_id   = each.key
  endpoint_type = "source"
  engine_name   = each.value.engine
  server_name   = each.value.server
  database_name = each.value.database
  password      = "canary-password"
}

resource "aws_dms_replication_task" "this" {
  for_each            = local.tasks
  replication_task_id = each.key
  migration_type      = "cdc"
  source_endpoint_arn = aws_dms_endpoint.this[each.value.from].endpoint_arn
  target_endpoint_arn = aws_dms_endpoint.this[each.value.to].endpoint_arn
  table_mappings = jsonencode({
    rules = [{
      rule-type      = "selection"
      rule-id        = "1"
      rule-name      = "1"
      rule-action    = "include"
      object-locator = { schema-name = "crm", table-name = "people" }
    }]
  })
}
