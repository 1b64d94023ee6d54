"""Text of one language that stands inside another: SQL in Python, shell, notebooks, mapper XML, Markdown and Jinja."""

from kuajing.embedded.block import Block, Found, Target
from kuajing.embedded.find import blocks, may_hold_blocks

__all__ = ["Block", "Found", "Target", "blocks", "may_hold_blocks"]
