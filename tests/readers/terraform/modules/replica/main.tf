variable "name" {}
variable "copies" {}

resource "aws_db_instance" "main" {
  identifier = var.name
}

resource "aws_db_instance" "copy" {
  provider            = aws.dst
  count               = var.copies
  identifier          = "${var.name}-copy"
  replicate_source_db = aws_db_instance.main.arn
  tags = {
    Environment = "prod"
  }
}

output "database_arn" {
  value = aws_db_instance.main.arn
}
