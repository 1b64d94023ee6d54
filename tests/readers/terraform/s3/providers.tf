variable "target_region" {
  default = "us-east-1"
}

variable "backup_region" {
  type = string
}

provider "aws" {
  region = "cn-north-1"
}

provider "aws" {
  alias  = "us"
  region = var.target_region
}

provider "aws" {
  alias  = "backup"
  region = var.backup_region
}
