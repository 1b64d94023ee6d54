"""Hosts that name an object store's bucket or a warehouse's account."""

import re

from kuajing.addresses import building, paths
from kuajing.addresses.authority import Place
from kuajing.addresses.placeholders import Covered
from kuajing.model.endpoints import Endpoint

_NAME = r"(?P<bucket>[\w\-\ue000-\ue03f][\w.\-\ue000-\ue03f]*)\."
_BUCKET_FIRST = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("oss", _NAME + r"oss-[a-z0-9-]+\.aliyuncs\.com"),
        ("s3", _NAME + r"s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?"),
        ("cos", _NAME + r"cos(?:-internal)?\.[a-z-]+\.(?:myqcloud\.com|tencentcos\.cn)"),
        ("obs", _NAME + r"obs\.[a-z0-9-]+\.myhuaweicloud\.(?:com|eu)"),
        ("bos", _NAME + r"[a-z-]+\.bcebos\.com"),
        ("tos", _NAME + r"tos(?:-s3)?-[a-z0-9-]+\.i?volces\.com"),
        ("gs", _NAME + r"storage\.googleapis\.com"),
    )
)
_PATH_FIRST = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("oss", r"oss-[a-z0-9-]+\.aliyuncs\.com"),
        ("s3", r"s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?"),
        ("cos", r"cos\.[a-z-]+\.myqcloud\.com"),
        ("obs", r"obs\.[a-z0-9-]+\.myhuaweicloud\.(?:com|eu)"),
        ("gs", r"storage\.googleapis\.com"),
        ("azure_blob", r"[a-z0-9]+\.(?:blob|dfs)\.core\.(?:windows\.net|chinacloudapi\.cn)"),
    )
)
_SNOWFLAKE = ("snowflakecomputing.com", "snowflakecomputing.cn")


def bucket_of_host(host: str) -> tuple[str, str] | None:
    """Kind and bucket of a host whose first labels are a bucket."""
    for kind, pattern in _BUCKET_FIRST:
        found = pattern.fullmatch(host)
        if found is not None:
            return kind, found.group("bucket")
    return None


def bucket_url(covered: Covered, places: tuple[Place, ...], path: str, scheme: str = "") -> Endpoint | None:
    """The bucket behind a web address of an object store; None where the host is no object store."""
    if len(places) != 1:
        return None
    path = paths.without_options(path)
    address = None
    if scheme:
        address = covered.uncover(f"{scheme}://{places[0]}" + (f"/{path}" if path else ""))
    named = bucket_of_host(places[0].host)
    if named is not None:
        return building.bucket(covered, named[0], named[0], named[1], path, places, address)
    name, _, below = path.partition("/")
    kind = next((kind for kind, pattern in _PATH_FIRST if pattern.fullmatch(places[0].host)), None)
    if kind is None or not name:
        return None
    return building.bucket(covered, kind, kind, name, below, places, address)


def snowflake_account(place: Place) -> Place:
    """The host of a Snowflake account: drivers write `account.region` alone."""
    if (
        place.host.endswith(_SNOWFLAKE)
        or not place.host.replace(".", "").replace("-", "").replace("_", "").isalnum()
    ):
        return place
    suffix = _SNOWFLAKE[1 if ".cn-" in place.host else 0]
    return Place(f"{place.host.removesuffix('.privatelink')}.{suffix}", place.port)


def is_snowflake(place: Place) -> bool:
    """Whether the host is one of Snowflake's."""
    return place.host.endswith(_SNOWFLAKE)
