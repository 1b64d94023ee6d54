locals {
  name = "crm-${var.environment}"
}

variable "environment" {
  default = "prod"
}

resource "aws_s3_bucket" "crm" {
  bucket = local.name
}

resource "aws_s3_bucket" "copy" {
  provider = aws.us
  bucket   = "${local.name}-copy"
}

resource "aws_s3_bucket" "archive" {
  provider = aws.backup
  bucket   = "archive"
}

resource "aws_s3_bucket_replication_configuration" "crm" {
  bucket = aws_s3_bucket.crm.id
  role   = "arn:aws-cn:iam::123456789012:role/replication"

  rule {
    id     = "members"
    status = "Enabled"
    filter {
      prefix = "members/"
    }
    destination {
      bucket = aws_s3_bucket.copy.arn
    }
  }

  rule {
    id     = "resting"
    status = "Disabled"
    destination {
      bucket = "arn:aws:s3:::archive"
    }
  }
}
