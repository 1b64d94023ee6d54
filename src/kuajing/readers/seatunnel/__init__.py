"""SeaTunnel jobs (HOCON and JSON): where each source reads, what each transform changes, where each sink writes."""

from kuajing.readers.seams import Reader
from kuajing.readers.seatunnel.texts import looks_deep, movement, recognises, structure

SEATUNNEL = Reader("seatunnel", recognises, structure, movement, looks_deep=looks_deep)
