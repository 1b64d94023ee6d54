"""One statement through sqlglot: dialects, spellings that it lacks, and bounds on what it may cost."""
