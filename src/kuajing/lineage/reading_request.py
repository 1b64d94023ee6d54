"""A request read by the engine."""

from kuajing.lineage.movement import read_movement
from kuajing.lineage.request import Request
from kuajing.model.lineage import Statement


def read(request: Request) -> tuple[Statement, ...]:
    """Every statement of the text, in order."""
    return read_movement(
        request.text,
        dialect=request.dialect,
        schema=request.schema,
        default_database=request.default_database,
        default_schema=request.default_schema,
        functions=request.functions,
        with_queries=request.with_queries,
    )
