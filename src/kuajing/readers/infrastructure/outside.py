"""Modules that lie elsewhere: what they make is not read, and that they copy is told where their call shows it."""

import re
from collections.abc import Iterator, Mapping

from kuajing.model.facts import UnreadFact
from kuajing.readers.infrastructure.copies import COPIES
from kuajing.readers.infrastructure.expressions import Attribute, Block, Keyed, Listed, Literal
from kuajing.readers.infrastructure.modules import Module, source_of
from kuajing.readers.infrastructure.resources import is_known

_COPYING = re.compile(
    r"(?:^|_)(?:replicas?|replicate|replication|copy_actions?|failover_group|geo_replications?|global_cluster"
    r"|destination_region|secondary_region|dr_region)(?:_|$)"
)
_NO_COPYING = re.compile(
    r"replicas?_(?:count|size|scale|number|mode|per)|replication_(?:subnet_group|instance|event|certificate)|(?:^|_)(?:min|max|num|read)_replicas?(?:_|$)|^replicas?$|role_arn$"
)
"""Names of arguments that speak of several of the same in one place."""
_SOURCES = re.compile(
    r"(?:^|[/_-])(?:dms2?|dts|drs|datasync|replication|replicator|s3-cross)(?:[/_.?-]|$)", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:iam|roles?|endpoints?|instances?|subnets?|subnet-groups?|events?|subscriptions?)(?:[/?.]|$)"
)
"""Modules that a copy needs, and that copy nothing."""
_UNKNOWN = re.compile(
    r"replicat|_copy(?:_|$)|cross_region|_global_(?:cluster|table|database)|failover_group|migration_(?:job|task)"
    r"|_sync_(?:job|task)|datasync_task|disaster_recovery|dr_relationship|_dsql_cluster_peering"
)
_NO_DATA = re.compile(
    r"^(?:kubernetes|helm|docker|consul|vault|github|gitlab|datadog|kafka|newrelic)_"
    r"|replication_(?:instance|subnet_group|policy|controller|slot|set)|copy_grant|event_subscription|security_ip"
    r"|parameter|_drill|_role$|_certificate$|protection_group|_sync_(?:job|task)s?_?(?:log|alarm)|dts_\w+_instance$"
)


def calls_elsewhere(modules: Mapping[str, Module]) -> Iterator[UnreadFact]:
    """The calls of modules that do not lie under the root: nothing is fetched, so what they make is not told."""
    for module in modules.values():
        for call in module.calls.values():
            if source_of(call, module.folder) in modules:
                continue
            sign = _sign(call)
            values = (("name", call.labels[0]),)
            if sign is None:
                yield UnreadFact(call.location, "unread.terraform_module", "part", values)
            else:
                told = (*values, ("sign", sign.name))
                yield UnreadFact(sign.location, "unread.terraform_module_copies", "job", told)


def unknown_copies(modules: Mapping[str, Module]) -> Iterator[UnreadFact]:
    """Resources whose kind sounds like a copy and is in no table: from where to where they copy is not told."""
    for module in modules.values():
        for address, block in module.resources.items():
            kind = block.labels[0]
            if block.kind == "data" or is_known(kind) or kind in COPIES:
                continue
            if _UNKNOWN.search(kind) and not _NO_DATA.search(kind):
                yield UnreadFact(
                    block.location, "unread.infrastructure_kind", "job", (("resource", address),)
                )


def _sign(call: Block) -> Attribute | None:
    """What shows that a call makes copies: an argument that asks for them, or what the module is called."""
    for one in call.attributes:
        if _COPYING.search(one.name) and not _NO_COPYING.search(one.name) and not _is_off(one):
            return one
    source = call.get("source")
    told = source.expression if source is not None else None
    written = str(told.value) if isinstance(told, Literal) else ""
    return source if _SOURCES.search(written) and not _BESIDE.search(written) else None


def _is_off(one: Attribute) -> bool:
    match one.expression:
        case Literal(value=value):
            return not value
        case Keyed(entries=inner) | Listed(items=inner):
            return not inner
        case _:
            return False
