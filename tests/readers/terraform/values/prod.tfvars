region      = "cn-north-1"
db_password = "canary-password"
regions = {
  dr = "ap-southeast-1"
}
