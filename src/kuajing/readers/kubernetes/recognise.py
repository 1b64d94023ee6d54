"""Which files are manifests that say what runs, or what it is told."""

import re

_ENDING = (".yml", ".yaml", ".yml.tpl", ".yaml.tpl")
_VERSION = re.compile(r"^[\"']?apiVersion[\"']?\s*:", re.MULTILINE)
_KIND = re.compile(
    r"^[\"']?kind[\"']?\s*:\s*[\"']?(?:Deployment|DeploymentConfig|StatefulSet|DaemonSet|ReplicaSet|"
    r"ReplicationController|Job|CronJob|Pod|ConfigMap|Secret|List|FlinkDeployment|FlinkSessionJob)[\"']?[ \t]*(?:#.*)?$",
    re.MULTILINE,
)
_DECLARES = re.compile(r"^[\"']?kuajing[\"']?\s*[:：]", re.MULTILINE)


def recognises(path: str, text: str) -> bool:
    """Whether a text holds workloads, or the settings or secrets of some."""
    if not path.lower().endswith(_ENDING) or "apiVersion" not in text:
        return False
    return bool(_VERSION.search(text)) and bool(_KIND.search(text)) and not _DECLARES.search(text)
