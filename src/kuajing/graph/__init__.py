"""Facts as one column-level graph of arrays: labels spread, crossings found, trails read back."""

from kuajing.graph.cross import crossings
from kuajing.graph.flow_graph import FlowGraph, assemble
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.seeds import cleared_columns, spread_labels
from kuajing.graph.trace import whence, where

__all__ = [
    "FlowGraph",
    "LabelSpread",
    "assemble",
    "cleared_columns",
    "crossings",
    "spread_labels",
    "whence",
    "where",
]
