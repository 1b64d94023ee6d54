"""Addresses of places outside the database, as SQL writes them: host, port and database, URI, path or link name."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from kuajing.lineage.credentials import without_credentials, without_secret_pairs, without_users
from kuajing.model.lineage import TableName

_JDBC = re.compile(r"(?i)^jdbc:")
_SUBPROTOCOL = re.compile(
    r"^(?:(?:mysql|mariadb)(?::(?:loadbalance|replication|aurora|sequential))?|[a-z0-9+.-]+):"
)
_URL = re.compile(
    r"(?i)^(?:jdbc:)?(?P<scheme>[a-z][a-z0-9+-]*)(?::[a-z]+)*:(?://|@//|@|thin:@(?://)?|(?:thin:)?[^\s:/@]+/[^\s@]+@(?://)?)(?P<rest>.*)$",
    re.DOTALL,
)
_SCHEME = re.compile(r"(?i)^([a-z][a-z0-9+-]*)://")
_OBJECT_STORES = {
    "s3": "s3",
    "s3a": "s3",
    "s3n": "s3",
    "oss": "oss",
    "oss-hdfs": "oss",
    "cosn": "cos",
    "cos": "cos",
    "obs": "obs",
    "tos": "tos",
    "gs": "gcs",
    "gcs": "gcs",
    "wasb": "azure",
    "wasbs": "azure",
    "abfs": "azure",
    "abfss": "azure",
    "azure": "azure",
    "azblob": "azure",
    "adls2": "azure",
    "adl": "azure",
    "hdfs": "hdfs",
    "viewfs": "hdfs",
    "file": "file",
    "ftp": "ftp",
    "sftp": "sftp",
    "http": "http",
    "https": "http",
}
_STORE_HOSTS = (
    (re.compile(r"(?i)^https?://[^/]*\bs3\b[^/]*amazonaws\.com"), "s3"),
    (re.compile(r"(?i)^https?://[^/]*\boss-[^/]*aliyuncs\.com"), "oss"),
    (re.compile(r"(?i)^https?://[^/]*\bcos\.[^/]*myqcloud\.com"), "cos"),
    (re.compile(r"(?i)^https?://[^/]*\bobs\.[^/]*myhuaweicloud\.com"), "obs"),
    (re.compile(r"(?i)^https?://storage\.googleapis\.com"), "gcs"),
    (re.compile(r"(?i)^https?://(?:swift)?objectstorage\.[^/]*oraclecloud\.com"), "oci"),
    (re.compile(r"(?i)^https?://[^/]*\.objectstorage\.[^/]*oci\.customer-oci\.com"), "oci"),
    (re.compile(r"(?i)^https?://[^/]*\.dfs\.core\.windows\.net"), "azure"),
    (re.compile(r"(?i)^https?://[^/]*\.blob\.core\.windows\.net"), "azure"),
    (re.compile(r"(?i)^https?://(?:[\w.-]+\.)?spanner(?:[.-][\w.-]+)?\.googleapis\.com"), "spanner"),
    (re.compile(r"(?i)^https?://(?:[\w.-]+\.)?bigtable(?:[.-][\w.-]+)?\.googleapis\.com"), "bigtable"),
    (re.compile(r"(?i)^https?://(?:[\w.-]+\.)?pubsub\.googleapis\.com"), "pubsub"),
    (re.compile(r"(?i)^https?://alloydb\.googleapis\.com"), "alloydb"),
    (re.compile(r"(?i)^https?://(?:drive|docs)\.google\.com"), "drive"),
)
_ENGINES = {"postgresql": "postgres", "postgres": "postgres", "sqlserver": "sqlserver", "mariadb": "mysql"}
_OPTIONS = re.compile(r"[?;]|(?<=\w):(?=\w+=)")
_NO_PORT = re.compile(r":(?!\d)")
_HOST_PAIR = re.compile(r"\b(host|port)\s*=\s*([^,()\s]+)")
"""MySQL's `(host=name,port=number)` in the place of a host."""
_NAMED = re.compile(r"(?i)[;?&](?:databasename|database)=([^;&]+)")


_NO_SERVERS = frozenset(
    {
        "file",
        "stage",
        "server",
        "cluster",
        "connection",
        "data_source",
        "program",
        "stream",
        "unknown",
        "external_query",
        "directory",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place outside: what kind it is, its address without scheme, user or option, and a region named beside it.

    `inside` is what the table is called there, where options say it. `engine` is what keeps the tables there, where
    `kind` only names the way to it: the database behind JDBC, the format of a lake.
    """

    kind: str
    address: str
    region: str | None = None
    inside: TableName = ()
    engine: str = ""

    @property
    def uri(self) -> str:
        """The address with its kind before it, where it is a server's; paths, URIs and names stay as they are."""
        is_server = (
            self.kind not in _NO_SERVERS and "://" not in self.address and not self.address.startswith("/")
        )
        return f"{self.kind}://{self.address}" if is_server else self.address


def file_place(uri: str) -> Place:
    """The place a path or URI of an object store, server or file system names; the address is the text itself."""
    for pattern, kind in _STORE_HOSTS:
        if pattern.match(uri):
            return Place(kind, without_credentials(uri))
    scheme = _SCHEME.match(uri)
    return Place(_kind_of(scheme.group(1).lower()) if scheme else "file", without_credentials(uri))


def _kind_of(scheme: str) -> str:
    """The kind of store a scheme names; Amazon's MySQL writes the region into it: `s3-us-east-1://`."""
    return _OBJECT_STORES.get(scheme) or ("s3" if scheme.startswith("s3-") else scheme)


def server_place(url: str, kind: str | None = None) -> Place:
    """The place a JDBC or other URL of a database server names: `host[:port][/database]`."""
    match = _URL.match(url.strip())
    if match is None:
        return Place(kind or "unknown", without_secret_pairs(url.strip()))
    scheme = match.group("scheme").lower()
    rest = match.group("rest")
    named = _NAMED.search(rest)
    address = _OPTIONS.split(rest, maxsplit=1)[0]
    if "@" in rest and "@" not in address and _NO_PORT.search(address):
        address = _OPTIONS.split(rest.rpartition("@")[2], maxsplit=1)[
            0
        ]  # the password held a sign of options
    address = without_users(address)
    said = dict(_HOST_PAIR.findall(address.lower()))
    if "host" in said:
        address = ":".join(filter(None, (said["host"], said.get("port")))) + address.rpartition(")")[2]
    authority, _, database = address.partition("/")
    database = unquote(named.group(1)) if named else database
    database = database.strip("/")
    return Place(kind or _ENGINES.get(scheme, scheme), f"{authority}/{database}" if database else authority)


def host_place(kind: str, host: str, port: str | None = None, database: str | None = None) -> Place:
    """The place that a host, a port and a database named apart make."""
    address = f"{host}:{port}" if port else host
    return Place(kind, f"{address}/{database}" if database else address)
