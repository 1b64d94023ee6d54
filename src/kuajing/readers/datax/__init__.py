"""DataX and Addax jobs (JSON): where a job reads, where it writes, and which columns go into which."""

from kuajing.readers.datax.facts import movement, structure
from kuajing.readers.datax.jobs import recognises
from kuajing.readers.seams import Reader

DATAX = Reader("datax", recognises, structure, movement)
