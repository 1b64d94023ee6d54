"""Facts as one column-level graph of arrays: labels spread, crossings found, trails read back."""
