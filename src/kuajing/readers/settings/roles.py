"""What the last words of a key say of its value, and what its other words say of the store."""

from collections.abc import Mapping
from enum import Enum
from itertools import pairwise
from types import MappingProxyType


class Role(Enum):
    """What the value of a setting is to a store."""

    ADDRESS = "address"
    HOST = "host"
    PORT = "port"
    DATABASE = "database"
    BUCKET = "bucket"
    REGION = "region"
    ENABLED = "enabled"


_LAST_WORDS = {
    Role.ADDRESS: (
        "url urls uri uris dsn jdbcurl connectionstring connectstring baseurl address addresses addr addrs endpoint "
        "endpoints servers serverlist serveraddr serveraddress serveraddresses nodes hosts bootstrapservers "
        "bootstrapserver brokers brokerlist brokerurl nameserver nameservers namesrvaddr namesrv contactpoints quorum "
        "zookeeperconnect zookeeperquorum serviceurl hosturl gateway webhook"
    ),
    Role.HOST: "host hostname server ip",
    Role.PORT: "port",
    Role.DATABASE: "database databasename dbname db keyspace",
    Role.BUCKET: "bucket bucketname defaultbucket defaultbucketname",
    Role.REGION: "region regionid regionname",
    Role.ENABLED: "enabled enable",
}
_ROLES: Mapping[str, Role] = MappingProxyType(
    {word: role for role, words in _LAST_WORDS.items() for word in words.split()}
)
_MOST_WORDS = 3

_KINDS = {
    "activemq": "activemq artemis",
    "bos": "bos",
    "cassandra": "cassandra",
    "clickhouse": "clickhouse",
    "consul": "consul",
    "cos": "cos qcloud tencentcos",
    "dubbo": "dubbo",
    "elasticsearch": "elasticsearch es easyes opensearch elastic",
    "etcd": "etcd",
    "eureka": "eureka",
    "ftp": "ftp",
    "hbase": "hbase",
    "hdfs": "hdfs",
    "hive": "hive",
    "infinispan": "infinispan",
    "influxdb": "influx influxdb",
    "kafka": "kafka kafkastore bootstrapservers bootstrapserver",
    "ldap": "ldap",
    "logstash": "logstash",
    "mariadb": "mariadb",
    "memcached": "memcached memcache xmemcached",
    "milvus": "milvus",
    "minio": "minio",
    "mongodb": "mongodb mongo",
    "mqtt": "mqtt emqx",
    "mysql": "mysql",
    "nacos": "nacos",
    "neo4j": "neo4j",
    "obs": "obs huaweiobs",
    "oracle": "oracle",
    "oss": "oss aliyunoss alioss",
    "postgres": "postgres postgresql pg",
    "pulsar": "pulsar",
    "qiniu": "qiniu qiniuyun kodo",
    "rabbitmq": "rabbitmq rabbit",
    "redis": "redis jedis redisson lettuce",
    "rocketmq": "rocketmq namesrvaddr namesrv",
    "s3": "s3 amz",
    "sftp": "sftp",
    "smtp": "mail smtp",
    "solr": "solr",
    "sqlserver": "sqlserver mssql",
    "tdengine": "taos tdengine",
    "tos": "tos",
    "zookeeper": "zookeeper zk zookeeperconnect zookeeperquorum",
}
_KIND_OF: Mapping[str, str] = MappingProxyType(
    {word: kind for kind, words in _KINDS.items() for word in words.split()}
)
BUCKETS: Mapping[str, str] = MappingProxyType(
    {
        "bos": "baidu",
        "cos": "tencent",
        "minio": "",
        "obs": "huawei",
        "oss": "alibaba",
        "qiniu": "qiniu",
        "s3": "aws",
        "tos": "volcengine",
    }
)
"""Kinds that hold buckets, with the cloud that a region of them is one of."""

GENERIC = frozenset(
    {"datasource", "db", "database", "jdbc", "jdbcurl", "dsn", "connectionstring", "connectionstrings"}
)
"""Words that say that there is a database, not which."""

_OWN = frozenset({"server", "management", "listen", "listener", "listeners", "advertised", "bind", "debug"})
_ELSEWHERE = frozenset(
    (
        *(
            "callback",
            "redirect",
            "return",
            "notify",
            "logout",
            "origin",
            "origins",
            "cors",
            "allowed",
            "swagger",
        ),
        *("license", "licence", "contact", "terms", "doc", "docs", "documentation", "homepage", "pattern"),
        *(
            "patterns",
            "exclude",
            "excludes",
            "excluded",
            "ignore",
            "ignored",
            "ignores",
            "whitelist",
            "permit",
        ),
        *("listener", "listeners", "advertised", "voters", "openapi", "springdoc", "knife4j", "servlet"),
    )
)


def role_of(words: tuple[str, ...]) -> tuple[Role | None, tuple[str, ...]]:
    """What the last words of a key say of its value, and the words before them."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        role = _ROLES.get("".join(words[-count:]))
        if role is not None:
            return role, words[:-count]
    return None, words


def kind_said(words: tuple[str, ...]) -> str | None:
    """The kind of store that the words of a key name, the last that names one."""
    pairs = ("".join(pair) for pair in pairwise(words))
    return next((_KIND_OF[word] for word in (*reversed(words), *pairs) if word in _KIND_OF), None)


def is_own(words: tuple[str, ...]) -> bool:
    """Whether a key is about where the application itself listens."""
    return words[:1] in {("server",), ("management",)} or not _OWN.isdisjoint(words[:-1] and words[1:])


def leads_nowhere(words: tuple[str, ...]) -> bool:
    """Whether an address under a key is one that the application shows or is called at, and opens nothing."""
    return not _ELSEWHERE.isdisjoint(words) or words[-2:] == ("application", "server")
