"""Canal: which tables of MySQL a server takes changes of, which topic it sends them to, and what adapters write where."""

from kuajing.readers.canal.facts import movement, structure, together
from kuajing.readers.canal.recognise import recognises
from kuajing.readers.seams import Reader

CANAL = Reader("canal", recognises, structure, movement, together)
