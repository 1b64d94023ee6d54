provider "aws" {
  region = local.first
}

provider "aws" {
  alias  = "second"
  region = local.second
}

locals {
  name   = "ledger"
  first  = "ap-east-1"
  second = "eu-central-1"
}

module "first" {
  source     = "./database"
  identifier = "${local.name}-first"
  db_name    = "ledger"
}

module "second" {
  source = "./database"
  providers = {
    aws = aws.second
  }
  identifier          = "${local.name}-second"
  replicate_source_db = module.first.arn
}

module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"
  name    = local.name
}
