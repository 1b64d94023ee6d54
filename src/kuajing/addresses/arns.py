"""Amazon resource names: partition, service, region and resource."""

import re

from kuajing.model.endpoints import Endpoint

_ARN = re.compile(
    r"arn:(?P<partition>aws[a-z-]*):(?P<service>[a-z0-9-]+):(?P<region>[a-z0-9-]*):(?P<account>[0-9a-z]*):(?P<resource>\S+)"
)
_KINDS = {"kafka": "kafka", "rds": "rds", "s3": "s3"}


def read_arn(text: str) -> Endpoint | None:
    """The endpoint of an ARN; `aws-cn` as provider where its partition is the mainland's and no region stands."""
    found = _ARN.fullmatch(text)
    if found is None:
        return None
    service, region, resource = found.group("service"), found.group("region") or None, found.group("resource")
    partition = found.group("partition")
    provider = "aws-cn" if partition == "aws-cn" and region is None else "aws"
    bucket, _, path = resource.partition("/")
    is_bucket = service == "s3" and not resource.startswith(("accesspoint", "job/"))
    account = "" if found.group("account") == "" else "*"
    return Endpoint(
        kind=_KINDS.get(service, service),
        address=f"arn:{partition}:{service}:{region or ''}:{account}:{resource}",
        bucket=bucket if is_bucket else None,
        path=(path or None) if is_bucket else resource,
        provider=provider,
        region=region,
    )
