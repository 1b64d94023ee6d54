"""Files of a map kept in Fides: its datasets, systems and what goes between them."""

from kuajing.readers.fideslang.facts import movement, structure, together
from kuajing.readers.fideslang.recognise import recognises
from kuajing.readers.seams import Reader

FIDESLANG = Reader("fideslang", recognises, structure, movement, together)
