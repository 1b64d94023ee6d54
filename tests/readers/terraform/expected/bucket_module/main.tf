provider "aws" {
  region = local.home
}

provider "aws" {
  alias  = "away"
  region = local.away
}

locals {
  home = "cn-north-1"
  away = "cn-northwest-1"
}

module "copy" {
  source = "./bucket"
  providers = {
    aws = aws.away
  }
  bucket = "loans-copy"
}

module "loans" {
  source = "./bucket"
  bucket = "loans"

  replication_configuration = {
    role = "arn:aws-cn:iam::000000000000:role/copy"
    rules = [
      {
        id          = "letters"
        status      = true
        filter      = { prefix = "letters/" }
        destination = { bucket = "arn:aws-cn:s3:::loans-copy" }
      },
      {
        id          = "rests"
        status      = "Disabled"
        destination = { bucket = "arn:aws-cn:s3:::loans-copy" }
      },
    ]
  }
}
