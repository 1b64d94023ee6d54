"""SeaTunnel jobs (HOCON and JSON): where each source reads, what each transform changes, where each sink writes."""

from kuajing.readers.seams import Reader
from kuajing.readers.seatunnel.facts import movement, structure
from kuajing.readers.seatunnel.jobs import recognises

SEATUNNEL = Reader("seatunnel", recognises, structure, movement)
