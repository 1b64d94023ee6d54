variable "identifier" {
  type = string
}

variable "db_name" {
  type    = string
  default = null
}

variable "replicate_source_db" {
  type    = string
  default = null
}

variable "create" {
  type    = bool
  default = true
}

resource "aws_db_instance" "this" {
  count               = var.create ? 1 : 0
  identifier          = var.identifier
  db_name             = var.db_name
  replicate_source_db = var.replicate_source_db
  password            = "canary-password"
}

output "arn" {
  value = try(aws_db_instance.this[0].arn, null)
}
