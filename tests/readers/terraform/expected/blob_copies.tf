provider "azurerm" {
  features {}
}

variable "away" {
  default = "southeastasia"
}

resource "azurerm_resource_group" "main" {
  name     = "files"
  location = "East Asia"
}

resource "azurerm_storage_account" "main" {
  name     = "filesmain"
  location = azurerm_resource_group.main.location
}

resource "azurerm_storage_account" "away" {
  count    = 1
  name     = "filesaway"
  location = var.away
}

resource "azurerm_storage_object_replication" "files" {
  count                          = 1
  source_storage_account_id      = azurerm_storage_account.main.id
  destination_storage_account_id = azurerm_storage_account.away[0].id

  rules {
    source_container_name      = "in"
    destination_container_name = "out"
  }
}
