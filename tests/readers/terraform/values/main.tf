variable "region" {}

variable "regions" {
  type = map(string)
}

variable "db_password" {
  default = "canary-password"
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "dr"
  region = var.regions["dr"]
}

resource "aws_sqs_queue" "orders" {
  name = "orders-${var.db_password}"
}

resource "aws_s3_bucket" "dr" {
  provider = aws.dr
  bucket   = "crm-dr"
}
