provider "aws" {
  alias  = "cn"
  region = "cn-north-1"
}

provider "aws" {
  alias  = "sg"
  region = "ap-southeast-1"
}

module "crm" {
  source = "./replica"
  name   = "crm"
  copies = 1
  providers = {
    aws     = aws.cn
    aws.dst = aws.sg
  }
}

module "resting" {
  source = "./replica"
  name   = "resting"
  copies = 0
  providers = {
    aws     = aws.cn
    aws.dst = aws.sg
  }
}

module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}

resource "aws_dynamodb_table" "visits" {
  provider = aws.cn
  name     = "visits"
  replica {
    region_name = "cn-northwest-1"
  }
}

resource "aws_db_instance_automated_backups_replication" "crm" {
  provider               = aws.sg
  source_db_instance_arn = module.crm.database_arn
}
