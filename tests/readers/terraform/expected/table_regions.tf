provider "aws" {
  region = "ap-northeast-1"
}

variable "replica_regions" {
  default = ["us-east-1", "eu-west-1"]
}

resource "aws_dynamodb_table" "sessions" {
  name = "sessions"

  dynamic "replica" {
    for_each = toset(var.replica_regions)
    content {
      region_name = replica.value
    }
  }

  tags = {
    Environment = "staging"
  }
}

module "carts" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "4.0"
  name    = "carts"
  replica_regions = [{
    region_name = "us-east-1"
  }]
}
