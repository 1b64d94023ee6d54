"""The environment that infrastructure stands in, as folders, files of values and tags name it."""

import re
from collections.abc import Iterable, Mapping

from kuajing.readers.infrastructure.values import Value, first, is_settled

_FOLDER = re.compile(
    r"(?:^|/)(?:environments?|envs?|stages?|live|workspaces?|accounts?|terraform\.tfstate\.d)/([\w.-]+)/",
    re.IGNORECASE,
)
_STAGES = frozenset(
    [
        *("prod", "production", "prd", "live", "preprod", "pre-prod", "pre", "gray", "canary"),
        *("staging", "stage", "stg", "uat", "sit", "qa", "test", "testing", "sandbox"),
        *("dev", "develop", "development", "nonprod", "non-prod", "dr"),
    ]
)
ENVIRONMENTS = ("Environment", "EnvironmentName", "EnvironmentType", "Env", "EnvName", "Stage")
"""Parameters of templates that name one."""
_TAGS = ("Environment", "environment", "Env", "env", "Stage", "stage")


def environment_of_path(path: str) -> str:
    """The environment that a folder of a path names: below `environments` whatever stands there, else a known word."""
    found = _FOLDER.search(path)
    if found is not None:
        return found[1]
    known = (part for part in path.split("/")[:-1] if part.lower() in _STAGES)
    return next(known, "")


def environment_of_values(paths: Iterable[str]) -> str:
    """The environment that the name of a file of values names: `prod.tfvars`, `terraform.prod.tfvars.json`, `prod/x.tfvars`."""
    for path in paths:
        name = path.rpartition("/")[2]
        told = next((part for part in re.split(r"[.]", name) if part.lower() in _STAGES), "")
        if told or environment_of_path(path):
            return told or environment_of_path(path)
    return ""


def environment_of(values: Value) -> str:
    """The environment that tags name; empty where none does."""
    tags = first(values, "tags")
    told = (tags.get(name) for name in _TAGS) if isinstance(tags, Mapping) else ()
    return next((one for one in told if isinstance(one, str) and is_settled(one)), "")
