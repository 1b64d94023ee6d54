"""kuajing 跨境: maps where data goes and checks every transfer out of mainland China."""

__version__ = "0.1.0"
