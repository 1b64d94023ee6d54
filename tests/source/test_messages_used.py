"""Every message that the sources refer to exists, in both languages."""

import re
from pathlib import Path

import kuajing.source
from kuajing.messages import keys

KEY = re.compile(r'"((?:unread|input_errors)\.[a-z_0-9]+)"')


def test_every_key_named_in_the_sources_has_its_sentences() -> None:
    (folder,) = kuajing.source.__path__
    named = {
        key for file in Path(folder).glob("*.py") for key in KEY.findall(file.read_text(encoding="utf-8"))
    }
    assert "unread.binary" in named
    assert named - set(keys()) == set()
