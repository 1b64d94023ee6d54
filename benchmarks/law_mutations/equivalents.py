"""Changes that are known to make no difference to any case, read from `equivalents.yaml`."""

from pathlib import Path

from kuajing.law.shapes import fields, items, text, texts
from kuajing.source.yaml_text import parse_yaml

_FILE = Path(__file__).with_name("equivalents.yaml")


def equivalents() -> frozenset[str]:
    """The names of these changes; raises InputErrors for an entry without its reason."""
    (document,) = parse_yaml(_FILE.name, _FILE.read_text(encoding="utf-8"))
    entries = [fields(entry, ("reason", "changes")) for entry in items(document)]
    reasons = {text(entry["reason"]) for entry in entries}
    if not all(reasons):
        raise ValueError(f"{_FILE.name}: an entry gives no reason")
    return frozenset(name for entry in entries for name in texts(entry["changes"]))
