"""How text comes in: files, encodings, YAML and JSON with places, input errors. The only disk access."""
