"""Kafka Connect and MirrorMaker: which tables and topics connectors read and fill, and which clusters are copied."""

from kuajing.readers.connect.texts import movement, recognises, structure, together
from kuajing.readers.seams import Reader

CONNECT = Reader("connect", recognises, structure, movement, together)
"""Connectors as REST bodies, properties and manifests, and mirrors between clusters."""
