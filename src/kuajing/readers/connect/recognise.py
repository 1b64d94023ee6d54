"""Which texts hold connectors of Kafka Connect, mirrors, or the clusters of workers that connectors run on."""

import re
from pathlib import PurePosixPath

YAML = frozenset({".yaml", ".yml"})
PROPERTIES = frozenset({".cfg", ".conf", ".config", ".properties"})
HOSTS = frozenset({"", ".bash", ".ksh", ".markdown", ".md", ".mdx", ".rst", ".sh", ".zsh"})

_JSON = re.compile(r'\\?"connector\.class\\?"\s*:\s*\\?["$]')
_IN_PROPERTIES = re.compile(
    r"^[ \t]*(?:debezium\.source\.)?connector\.class[ \t]*[=:]"
    r"|^[ \t]*(?:config\.storage\.topic|offset\.storage\.(?:topic|file\.filename))[ \t]*[=:]",
    re.MULTILINE,
)
_CLUSTERS = re.compile(r"^[ \t]*clusters[ \t]*[=:][ \t]*[^\s{\[(]", re.MULTILINE)
_BROKERS = re.compile(r"^[ \t]*[\w\-.]+\.bootstrap\.servers[ \t]*[=:]", re.MULTILINE)
_MANIFEST = re.compile(
    r"^[\"']?kind[\"']?\s*:\s*[\"']?(?:KafkaConnector|KafkaConnect|KafkaMirrorMaker2?)[\"']?[ \t]*(?:#.*)?$",
    re.MULTILINE,
)
_CONFLUENT = re.compile(
    r"^[\"']?kind[\"']?\s*:\s*[\"']?(?:Connector|Connect)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE
)
_VERSION = re.compile(
    r"^[\"']?apiVersion[\"']?\s*:\s*[\"']?(?:[\w\-]+\.)*platform\.confluent\.io/", re.MULTILINE
)
_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?connector\.class[\"']?[ \t]*:[ \t]*\S", re.MULTILINE)
_DECLARES = re.compile(r"^[\"']?kuajing[\"']?\s*[:：]", re.MULTILINE)


def ending_of(path: str) -> str:
    """How a path ends."""
    return PurePosixPath(path.lower()).suffix


def is_whole(path: str, text: str) -> bool:
    """Whether a text as a whole is settings of Kafka Connect."""
    ending = ending_of(path)
    if ending == ".json" or is_json(ending, text):
        return holds_json(text)
    if ending in PROPERTIES:
        return holds_properties(text)
    return ending in YAML and holds_yaml(text)


def is_json(ending: str, text: str) -> bool:
    """Whether a file of settings is written as JSON."""
    return ending in PROPERTIES and text.lstrip()[:1] in {"{", "["}


def holds_json(text: str) -> bool:
    """Whether a text holds a connector as JSON."""
    return "connector.class" in text and _JSON.search(text) is not None


def holds_properties(text: str) -> bool:
    """Whether a text of properties holds a connector, a cluster of workers, or clusters with their brokers."""
    if _IN_PROPERTIES.search(text) is not None:
        return True
    return "clusters" in text and _CLUSTERS.search(text) is not None and _BROKERS.search(text) is not None


def holds_yaml(text: str) -> bool:
    """Whether a text of YAML holds a connector, a mirror or a cluster of workers."""
    if "apiVersion" in text and (
        _MANIFEST.search(text) or (_CONFLUENT.search(text) and _VERSION.search(text))
    ):
        return True
    return "connector.class" in text and _KEY.search(text) is not None and not _DECLARES.search(text)


def may_hold(path: str, text: str) -> bool:
    """Whether a script or document may hold some, which is quickly seen."""
    if ending_of(path) not in HOSTS:
        return False
    return "connector.class" in text or "KafkaMirrorMaker" in text or ("clusters" in text and "->" in text)
