"""Texts of one format to facts: the table of all readers, asked in this order."""

from kuajing.readers.datax import DATAX
from kuajing.readers.embedded_sql import EMBEDDED_SQL
from kuajing.readers.infrastructure import CLOUDFORMATION, TERRAFORM
from kuajing.readers.seams import Reader
from kuajing.readers.sql import SQL

READERS: tuple[Reader, ...] = (DATAX, TERRAFORM, CLOUDFORMATION, EMBEDDED_SQL, SQL)
