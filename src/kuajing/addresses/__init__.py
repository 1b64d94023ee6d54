"""What a JDBC URL, broker list, bucket URI, connection id or placeholder says, credentials gone."""

from kuajing.addresses.matching import matches
from kuajing.addresses.read import read_address

__all__ = ["matches", "read_address"]
