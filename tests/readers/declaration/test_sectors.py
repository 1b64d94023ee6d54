"""Sectors are read in the words that sector rules know."""

import pytest

from kuajing.readers.declaration import read_declaration
from kuajing.source.yaml_text import parse_yaml


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("automotive", "automotive"),
        ("Automotive", "automotive"),
        ("Ride-Hailing", "ride_hailing"),
        ("ride hailing", "ride_hailing"),
        ("汽车", "automotive"),
        ("征信", "credit_bureau"),
        ("automotive_parts", "automotive_parts"),
        ("e-commerce", "e_commerce"),
        ("unknown", None),
    ],
)
def test_a_sector_is_one_word_however_it_is_written(written: str, expected: str | None) -> None:
    (node,) = parse_yaml("e.yaml", f"kuajing: 1\nhandlers:\n  h: {{sector: {written}}}\n")
    assert [expected] == [handler.sector for handler in read_declaration([("e.yaml", node)]).handlers]
