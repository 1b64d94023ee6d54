"""Which files hold an application's settings, and what their names say: application and profile."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

_NAME = re.compile(
    r"(?P<base>application|bootstrap)(?:[-_.](?P<profile>[\w.\-]+?))?\.(?:ya?ml|properties)(?:\.(?:example|sample|template))?",
    re.IGNORECASE,
)
_ENDING = re.compile(r".*\.(?:ya?ml|properties)", re.IGNORECASE)
_EXPORTED = re.compile(
    r"(?P<name>[\w.\-]+?)[-.](?P<profile>dev|test|uat|sit|pre|prod|production|staging|stage|local|docker)"
)
_KNOWN = "application|cloud|config|data|datasource|elasticsearch|kafka|profiles|rabbitmq|redis|shardingsphere"
_SPRING = re.compile(rf"^spring\.(?:{_KNOWN})\b|^spring[ \t]*:[ \t]*(?:#.*)?$", re.MULTILINE)
_BELOW = re.compile(rf"^(?:[ \t]+(?:{_KNOWN})[ \t]*:|spring\.)", re.MULTILINE)
_MANIFEST = re.compile(r"^[\"']?(?:apiVersion|kuajing)[\"']?\s*[:：]", re.MULTILINE)
# Debezium Server keeps a pipeline, not settings, under the name of a settings file.
_PIPELINE = re.compile(r"^[ \t]*debezium\.(?:sink|source)\.", re.MULTILINE)
_FOLDERS = frozenset(
    {"src", "main", "test", "resources", "config", "conf", "java", "config-server", "configs"}
)
_SAFE = re.compile(r"[\w.\-]{1,80}")
_LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True)
class Named:
    """What the path of a file of settings says: the application (its module's folder), the profile, the purpose."""

    module: str
    profile: str


def recognises(path: str, text: str) -> bool:
    """Whether a text holds the settings of an application: by its name, or as it sets what only Spring knows."""
    name = PurePosixPath(path).name
    if _NAME.fullmatch(name) is None and not (_ENDING.fullmatch(name) and _sets_spring(text)):
        return False
    return _MANIFEST.search(text) is None and _PIPELINE.search(text) is None


def _sets_spring(text: str) -> bool:
    found = _SPRING.search(text, 0, _LOOKED_AT) if "spring" in text else None
    return found is not None and _BELOW.search(text, found.start(), found.start() + _LOOKED_AT) is not None


def named(path: str) -> Named:
    """Application and profile as the path of a file says them."""
    pure = PurePosixPath(path)
    found = _NAME.fullmatch(pure.name)
    profile = (found["profile"] or "") if found is not None else ""
    module = next((part for part in reversed(pure.parts[:-1]) if part.lower() not in _FOLDERS), "application")
    if found is None:
        exported = _EXPORTED.fullmatch(pure.stem)
        module = exported["name"] if exported is not None else pure.stem
        profile = exported["profile"] if exported is not None else ""
    if not profile and "test" in pure.parts[:-1] and "src" in pure.parts:
        profile = "test"
    return Named(module if _SAFE.fullmatch(module) else "application", profile)
