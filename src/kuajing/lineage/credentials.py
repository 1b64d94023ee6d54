"""User names, passwords and signatures taken out of addresses, however they are written in."""

import re

_CONTAINER = re.compile(r"(?i)^(?:abfss?|wasbs?|azblob|adls2)://")
"""Azure writes the container where others write the user."""
_USER = re.compile(r"(?<=://)(?:[^/@\s:]*:(?!\d+/)[^@\s]*|[^/@\s]*)@")
_ORACLE_USER = re.compile(r"(?i)(?<=thin:)[^@\s]+(?=@)")
_SIGNATURE = re.compile(r"(?i)\?(?=.*(?:sig|signature|token|key|password|credential))\S*")
_SECRET_PAIR = re.compile(r"(?i)\b(?:user(?:name)?|uid|password|passwd|pwd)\s*=\s*[^;,&)\s]*[;,&]?")


def without_credentials(uri: str) -> str:
    """A URI without the user and password before its host and the signature after its path."""
    if not _CONTAINER.match(uri):
        uri = _USER.sub("", uri)
    return _SIGNATURE.sub("", uri)


def without_secret_pairs(url: str) -> str:
    """A URL of a form nobody knows without what looks like a user or password in it."""
    return _SECRET_PAIR.sub("", without_credentials(_ORACLE_USER.sub("", url)))


def without_users(hosts: str) -> str:
    """One host or several, with what follows, without the user before each or before them all."""
    parts = hosts.split(",")
    if all("@" in part for part in parts):
        return ",".join(part.rpartition("@")[2] for part in parts)
    return hosts.rpartition("@")[2]
