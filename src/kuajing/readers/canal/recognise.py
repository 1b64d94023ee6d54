"""Which files are Canal's, and which of its kinds each is."""

import re
from enum import Enum

_PROPERTIES = re.compile(r".*\.properties(?:\.(?:example|sample|template|tmpl))?", re.IGNORECASE)
_YAML = re.compile(r".*\.ya?ml(?:\.(?:example|sample|template|tmpl))?", re.IGNORECASE)
_INSTANCE = re.compile(r"^[ \t]*canal\.instance\.(?:master\d?|standby)\.address[ \t]*[=:]", re.MULTILINE)
_SERVER = re.compile(
    r"^[ \t]*canal\.(?:destinations|serverMode|instance\.global\.\w+|zkServers|admin\.manager)[ \t]*[=:]",
    re.MULTILINE,
)
_ADAPTER = re.compile(r"^[ \t]*canalAdapters[ \t]*:|^[ \t]*canal\.conf\.canalAdapters", re.MULTILINE)
_MAPPING = re.compile(r"^(?:db|es|hbase|kudu|phoenix|tablestore|mongo\w*|\w+)Mapping[ \t]*:", re.MULTILINE)
_KEYED = re.compile(r"^(?:dataSourceKey|destination|outerAdapterKey)[ \t]*:", re.MULTILINE)


class Kind(Enum):
    """What a file of Canal's is for."""

    SERVER = "server"
    INSTANCE = "instance"
    ADAPTER = "adapter"
    MAPPING = "mapping"


_Signs = tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...]


def kind_of(path: str, text: str) -> Kind | None:
    """The kind of a file of Canal's, None for any other file."""
    if "anal" not in text and "Mapping" not in text:
        return None
    name = path.rpartition("/")[2]
    if _PROPERTIES.fullmatch(name):
        signs: _Signs = (
            (Kind.INSTANCE, (_INSTANCE,)),
            (Kind.SERVER, (_SERVER,)),
            (Kind.ADAPTER, (_ADAPTER,)),
        )
    elif _YAML.fullmatch(name):
        signs = ((Kind.ADAPTER, (_ADAPTER,)), (Kind.MAPPING, (_MAPPING, _KEYED)))
    else:
        return None
    return next((kind for kind, words in signs if all(word.search(text) for word in words)), None)


def recognises(path: str, text: str) -> bool:
    """Whether a file is Canal's."""
    return kind_of(path, text) is not None
