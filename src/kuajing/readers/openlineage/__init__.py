"""OpenLineage events (JSON, JSON lines, fixtures that hold some): which datasets a run reads and writes, and how."""

from kuajing.readers.openlineage.facts import movement, structure, together
from kuajing.readers.openlineage.recognise import recognises
from kuajing.readers.seams import Reader

OPENLINEAGE = Reader("openlineage", recognises, structure, movement, together)
