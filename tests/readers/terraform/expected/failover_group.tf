variable "prefix" {
  default = "hr"
}

provider "azurerm" {
  environment = "china"
  features {}
}

resource "azurerm_mssql_server" "first" {
  name                         = "${var.prefix}-first"
  location                     = "China North 3"
  administrator_login          = "canary-user"
  administrator_login_password = "canary-password"
}

resource "azurerm_mssql_server" "second" {
  name     = "${var.prefix}-second"
  location = "chinaeast3"
}

resource "azurerm_mssql_database" "first" {
  name      = "people"
  server_id = azurerm_mssql_server.first.id
}

resource "azurerm_mssql_failover_group" "people" {
  name      = "people"
  server_id = azurerm_mssql_server.first.id
  databases = [azurerm_mssql_database.first.id]

  partner_server {
    id = azurerm_mssql_server.second.id
  }
}
