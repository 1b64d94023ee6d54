"""What an address in a file says, without its credentials."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Endpoint:
    """Where a job reads or writes.

    `kind` is the kind of store (`mysql`, `postgres`, `hive`, `s3`, `oss`, `kafka`, `http`, `file`, `local`,
    `placeholder`, ...); `address` is the whole address as it may be shown, free of credentials and options; it is
    never empty. `hosts` are lower-case names or addresses with no port, in the order of the source; `port` is that
    of the first. `database` is the database, project, keyspace or catalogue that the address names; `schema`
    likewise; `path` is a bucket prefix, file path, topic or index. `provider` and `region` are filled only where
    the source states them beside the address. `placeholder` holds the text of a placeholder that stands for the
    whole address or its host, such as `${CRM_JDBC_URL}` or `conn:crm_mysql`.
    """

    kind: str
    address: str
    hosts: tuple[str, ...] = ()
    port: int | None = None
    database: str | None = None
    schema: str | None = None
    bucket: str | None = None
    path: str | None = None
    provider: str | None = None
    region: str | None = None
    placeholder: str | None = None
