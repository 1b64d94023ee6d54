provider "aws" {
  region = local.primary
}

locals {
  primary   = "ap-southeast-1"
  secondary = "us-west-2"
}

resource "aws_rds_global_cluster" "main" {
  global_cluster_identifier = "bookings"
  engine                    = "aurora-postgresql"
  database_name             = "bookings"
}

resource "aws_rds_cluster" "primary" {
  cluster_identifier        = "bookings-primary"
  global_cluster_identifier = aws_rds_global_cluster.main.id
  database_name             = aws_rds_global_cluster.main.database_name
  master_username           = "canary-user"
}

resource "aws_rds_cluster" "secondary" {
  region                    = local.secondary
  cluster_identifier        = "bookings-secondary"
  global_cluster_identifier = aws_rds_global_cluster.main.id
  source_region             = local.primary
}
