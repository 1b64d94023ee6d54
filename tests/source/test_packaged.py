"""What is shipped under `rules/`."""

import pytest

from kuajing.source.nodes import Mapping, Sequence
from kuajing.source.packaged import packaged_digest, packaged_files, packaged_text, packaged_yaml


def test_every_shipped_yaml_is_one_document_that_reads() -> None:
    for path in packaged_files("", ".yaml"):
        assert isinstance(packaged_yaml(path), Mapping | Sequence), path


def test_files_are_listed_sorted_by_their_path_from_rules() -> None:
    everything = packaged_files("", "")
    assert "__init__.py" in everything
    assert tuple(sorted(everything)) == everything
    assert tuple(path for path in everything if path.startswith("law/")) == packaged_files("law", "")


def test_a_text_is_read_by_its_path_and_a_missing_one_raises() -> None:
    assert packaged_text("__init__.py").startswith('"""')
    with pytest.raises(FileNotFoundError):
        packaged_text("no/such.yaml")


def test_a_digest_is_of_the_files_with_one_ending_but_not_with_another() -> None:
    everything = packaged_digest("law", ".yaml", but=".none")
    assert everything is not None
    assert everything == packaged_digest("law", ".yaml", but=".none")
    assert everything != packaged_digest("law", ".yaml", but=".cases.yaml")


def test_what_is_no_folder_has_no_digest() -> None:
    assert packaged_digest("nowhere", ".yaml", but=".none") is None
