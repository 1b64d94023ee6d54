"""Where endpoints meet systems and names meet datasets."""

from kuajing.binding.bind import bind
from kuajing.binding.flows import WHOLE
from kuajing.binding.systems import UNPLACED, declared_system_at

__all__ = ["UNPLACED", "WHOLE", "bind", "declared_system_at"]
