"""Which files are of Docker Compose, which project and environment their paths say."""

import re
from pathlib import PurePosixPath

_NAME = re.compile(r"(?:[\w.\-]*[\-_.])?(?:docker-)?compose(?:[\-_.][\w.\-]+)?\.ya?ml", re.IGNORECASE)
_ENDING = (".yml", ".yaml")
_SERVICES = re.compile(r"^[\"']?services[\"']?\s*:[ \t]*(?:#.*)?$", re.MULTILINE)
_PARTS = re.compile(r"^[ \t]+(?:image|build|container_name|env_file)\s*:", re.MULTILINE)
_OTHER = re.compile(
    r"^[\"']?(?:apiVersion|kuajing|spring|stages|jobs|on|Resources)[\"']?\s*[:：]", re.MULTILINE
)
_ENVIRONMENTS = frozenset(
    (
        *("dev", "develop", "development", "test", "testing", "ci", "e2e", "uat", "sit", "pre", "prod"),
        *("production", "stage", "staging", "local", "demo"),
    )
)
_WORDS = re.compile(r"[\-_.]")


def recognises(path: str, text: str) -> bool:
    """Whether a text is a file of Docker Compose: by its name, or by services that have images."""
    name = PurePosixPath(path).name
    if not name.lower().endswith(_ENDING) or _OTHER.search(text):
        return False
    if _NAME.fullmatch(name):
        return True
    return "services" in text and bool(_SERVICES.search(text)) and bool(_PARTS.search(text))


def project_of(path: str) -> str:
    """The project of a file: the folder it stands in, whole, so that two folders of one name are two projects."""
    folder = PurePosixPath(path).parent.as_posix()
    return "" if folder == "." else folder


def environment_of(path: str) -> str:
    """The environment that the name of a file says: `docker-compose.prod.yml` is that of `prod`."""
    words = _WORDS.split(PurePosixPath(path).stem.lower())
    return next((word for word in words if word in _ENVIRONMENTS), "")
