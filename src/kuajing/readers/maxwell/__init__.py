"""Maxwell: which tables of MySQL it takes changes of, and where it sends them."""

from kuajing.readers.maxwell.facts import facts_of_command, movement, structure
from kuajing.readers.maxwell.recognise import recognises
from kuajing.readers.seams import Reader

MAXWELL = Reader("maxwell", recognises, structure, movement)

__all__ = ["MAXWELL", "facts_of_command"]
