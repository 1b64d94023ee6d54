"""Each fault has a file, what people are told of it, and a file beside it that differs in nothing else."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kuajing.messages import keys
from kuajing.readers.declaration import read_declaration
from kuajing.source.errors import InputErrors
from kuajing.source.yaml_text import parse_yaml

Told = Callable[[Iterable[Path]], str]

DATA = Path(__file__).parent / "data"
FAULTS = sorted(path.stem for path in (DATA / "faults").glob("*.yaml"))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_place(name: str, told: Told) -> None:
    expected = (DATA / "faults" / f"{name}.txt").read_text(encoding="utf-8")
    assert told([DATA / "faults" / f"{name}.yaml"]) == expected


@pytest.mark.parametrize("name", FAULTS)
def test_the_neighbour_of_a_fault_is_read(name: str, told: Told) -> None:
    assert told([DATA / "neighbours" / f"{name}.yaml"]) == ""


def test_every_sentence_about_declarations_is_told_by_some_file() -> None:
    told = set()
    for path in (DATA / "faults").glob("*.yaml"):
        with pytest.raises(InputErrors) as faults:
            read_declaration(
                (path.name, node) for node in parse_yaml(path.name, path.read_text(encoding="utf-8"))
            )
        told |= {error.message for error in faults.value.errors}
    known = {key for key in keys() if key.startswith("declaration.")}
    assert {key for key in told if key.startswith("declaration.")} == known


def test_faults_of_all_files_are_told_at_once(told: Told) -> None:
    files = [DATA / "faults" / f"{name}.yaml" for name in ("not_a_share", "two_owners", "unknown_key")]
    assert told(files) == "\n".join(told([file]) for file in files)


def test_the_same_id_in_two_files_is_told_with_both_places(told: Told) -> None:
    files = [DATA / "neighbours" / f"{name}.yaml" for name in ("ciio_without_day", "ciio_never_notified")]
    assert told(files) == (
        "ciio_without_day.yaml:3:3\n"
        "`h` is declared already at ciio_never_notified.yaml:3:3. Keep one of them.\n"
        "`h` 已在 ciio_never_notified.yaml:3:3 申报，保留其中一处。\n"
        "  h: {ciio: yes, ciio_notified_on: unknown}\n"
    )


def test_an_id_declared_in_another_file_is_known(told: Told) -> None:
    file = DATA / "faults" / "undeclared_none.yaml"
    other = DATA / "apart" / "handlers.yaml"
    assert told([file, other]) == ""


def test_a_setting_made_in_two_files_is_told_with_both_places(told: Told) -> None:
    files = [DATA / "apart" / "settings.yaml", DATA / "neighbours" / "not_a_share.yaml"]
    assert told(files) == (
        "settings.yaml:4:12\n"
        "`floors.read` is set already at not_a_share.yaml:3:12. Keep one of them.\n"
        "`floors.read` 已在 not_a_share.yaml:3:12 设定，保留其中一处。\n"
        "  floors: {read: 0.9, located: 0.9}\n"
    )
