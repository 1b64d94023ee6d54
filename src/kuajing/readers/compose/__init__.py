"""Files of Docker Compose: which stores its services open, and the databases that it starts."""

from kuajing.readers.compose.facts import movement, structure
from kuajing.readers.compose.recognise import recognises
from kuajing.readers.seams import Reader

COMPOSE = Reader("compose", recognises, structure, movement)
