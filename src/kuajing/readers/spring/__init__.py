"""Settings of Spring Boot and its kin (`application*.yml`, `.yaml`, `.properties`): the stores an application opens."""

from kuajing.readers.seams import Reader
from kuajing.readers.spring.facts import movement, structure
from kuajing.readers.spring.recognise import recognises

SPRING = Reader("spring", recognises, structure, movement)
