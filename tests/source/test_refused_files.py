"""Files that cannot be read, and the words a person sees, whole and in both languages.

Beside each `data/{yaml,json}/NAME.yaml` or `.json` stands `NAME.txt` with the text expected.
"""

from pathlib import Path

import pytest

from kuajing.messages.errors_text import error_text
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.yaml_text import parse_yaml

DATA = Path(__file__).parent / "data"
FILES = sorted([*DATA.glob("yaml/*.yaml"), *DATA.glob("json/*.json")])


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_refused_file_says_what_where_and_what_to_do(file: Path) -> None:
    parse = parse_yaml if file.suffix == ".yaml" else parse_json
    with pytest.raises(InputErrors) as raised:
        parse(file.name, file.read_text(encoding="utf-8"))
    lines = [error_text(error, language) for language in ("en", "zh") for error in raised.value.errors]
    assert file.with_suffix(".txt").read_text(encoding="utf-8") == "\n".join(lines) + "\n"
