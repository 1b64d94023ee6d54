"""dbt projects: manifests, catalogues, profiles and files of properties."""

from kuajing.readers.dbt.facts import movement, recognises, structure, together
from kuajing.readers.seams import Reader

DBT = Reader("dbt", recognises, structure, movement, together)
