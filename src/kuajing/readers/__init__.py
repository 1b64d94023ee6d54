"""Texts of one format to facts: the table of all readers, asked in this order."""

from kuajing.readers.canal import CANAL
from kuajing.readers.compose import COMPOSE
from kuajing.readers.connect import CONNECT
from kuajing.readers.datax import DATAX
from kuajing.readers.dbt import DBT
from kuajing.readers.dolphinscheduler import DOLPHINSCHEDULER
from kuajing.readers.embedded_sql import EMBEDDED_SQL
from kuajing.readers.fideslang import FIDESLANG
from kuajing.readers.flink_cdc import FLINK_CDC
from kuajing.readers.infrastructure import CLOUDFORMATION, TERRAFORM
from kuajing.readers.kubernetes import KUBERNETES
from kuajing.readers.maxwell import MAXWELL
from kuajing.readers.openlineage import OPENLINEAGE
from kuajing.readers.seams import Reader
from kuajing.readers.seatunnel import SEATUNNEL
from kuajing.readers.spring import SPRING
from kuajing.readers.sql import SQL

READERS: tuple[Reader, ...] = (
    *(
        DBT,
        DOLPHINSCHEDULER,
        DATAX,
        SEATUNNEL,
        FLINK_CDC,
        OPENLINEAGE,
        CANAL,
        MAXWELL,
        SPRING,
        COMPOSE,
        CONNECT,
        KUBERNETES,
        FIDESLANG,
    ),
    *(TERRAFORM, CLOUDFORMATION, EMBEDDED_SQL, SQL),
)
