"""What an application is told by its settings: which stores it opens, in whatever file the settings stand."""
