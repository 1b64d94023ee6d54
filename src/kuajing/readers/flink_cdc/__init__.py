"""Flink CDC pipelines (YAML): which tables are followed, what each transform changes, where each route leads."""

from kuajing.readers.flink_cdc.texts import movement, recognises, structure
from kuajing.readers.seams import Reader

FLINK_CDC = Reader("flink_cdc", recognises, structure, movement)
"""One pipeline a text: its tables by pattern, rules in their order, models that values are sent to."""
