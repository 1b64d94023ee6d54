"""Connectors to services of clouds and vendors, of which many name no host: one row a family."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kuajing.readers.connect.connector_stores import JDBC, TABLE_FORMATS, sink_row, web_row
from kuajing.readers.connect.rows import Naming, Row, Way
from kuajing.readers.seatunnel.connectors import Connector

_SYNAPSE = replace(JDBC, scheme="sqlserver", host="azure.sql.dw.server.name", names=(), queries=())
_BIGTABLE = Connector(
    "bigtable",
    "https",
    default_address="bigtable.googleapis.com",
    databases=("gcp.bigtable.instance.id",),
)
_SPANNER = Connector(
    "spanner",
    "https",
    default_address="spanner.googleapis.com",
    databases=("gcp.spanner.database.id",),
    schemas=("gcp.spanner.change.stream",),
)
_FIREBASE = Connector("firebase", "https", addresses=("gcp.firebase.database.reference",), is_single=True)
_FUNCTIONS = Connector(
    "cloud_functions",
    "https",
    default_address="cloudfunctions.googleapis.com",
    names=("gcf.name", "function.name"),
    regions=("gcf.region.name", "region"),
    provider="gcp",
)
_DATAPROC = Connector(
    "dataproc",
    "https",
    default_address="dataproc.googleapis.com",
    databases=("gcp.dataproc.cluster",),
    regions=("gcp.dataproc.region",),
    provider="gcp",
)
_EVENTBRIDGE = Connector(
    "eventbridge",
    "https",
    default_address="events.amazonaws.com",
    regions=("aws.eventbridge.region",),
    provider="aws",
    is_single=True,
)
_EVENTHUBS = Connector(
    "eventhubs",
    "https",
    default_address="servicebus.windows.net",
    databases=("azure.eventhubs.namespace",),
    names=("azure.eventhubs.hub.name",),
)
_SERVICEBUS = Connector(
    "servicebus",
    "https",
    default_address="servicebus.windows.net",
    databases=("azure.servicebus.namespace",),
    names=("azure.servicebus.entity.name",),
)
_AZURE_SEARCH = Connector(
    "azure_search",
    "https",
    default_address="search.windows.net",
    databases=("azure.search.service.name",),
)
_DATABRICKS = Connector("databricks", "https", addresses=("delta.lake.host.name",))
_COUCHBASE = Connector(
    "couchbase",
    "couchbase",
    addresses=("couchbase.seed.nodes", "connection.cluster_address"),
    databases=("couchbase.bucket", "connection.bucket"),
)
_SINGLESTORE = Connector(
    "singlestore",
    "mysql",
    addresses=("connection.ddlEndpoint",),
    databases=("connection.database",),
)
_KUDU = Connector(
    "kudu",
    "kudu",
    host="impala.server",
    port="impala.port",
    databases=("kudu.database",),
    names=("table.whitelist",),
)
_ORACLE = Connector(
    "oracle",
    "oracle",
    host="oracle.server",
    port="oracle.port",
    databases=("oracle.pdb.name", "oracle.service.name", "oracle.sid"),
    names=("table.inclusion.regex",),
)
OF_CLOUDS: Mapping[str, Row] = MappingProxyType(
    {
        "oraclecdcsource": Row(Way.SOURCE, _ORACLE, Naming.MATCHED),
        "azuresqldwsink": sink_row(_SYNAPSE, *TABLE_FORMATS),
        "bigtablesink": sink_row(_BIGTABLE, "table.name.format"),
        "spannersink": sink_row(_SPANNER, "table.name.format"),
        "spannercdcsource": Row(Way.SOURCE, _SPANNER),
        "spanner": Row(Way.SOURCE, _SPANNER),
        "firebasesink": sink_row(_FIREBASE),
        "firebasesource": Row(Way.SOURCE, _FIREBASE),
        "googlecloudfunctionssink": sink_row(_FUNCTIONS, *_FUNCTIONS.names),
        "googlecloudfunctionsgen2sink": sink_row(_FUNCTIONS, *_FUNCTIONS.names),
        "dataprocsink": sink_row(_DATAPROC),
        "eventbridgesink": sink_row(_EVENTBRIDGE),
        "eventhubssource": Row(Way.SOURCE, _EVENTHUBS),
        "azureeventhubssource": Row(Way.SOURCE, _EVENTHUBS),
        "servicebussource": Row(Way.SOURCE, _SERVICEBUS),
        "azureservicebussource": Row(Way.SOURCE, _SERVICEBUS),
        "azuresearchsink": sink_row(_AZURE_SEARCH, "index.name"),
        "azurecognitivesearchsink": sink_row(_AZURE_SEARCH, "index.name"),
        "azureloganalyticssink": web_row("azure_logs", default="ods.opinsights.azure.com"),
        "databricksdeltalakesink": replace(sink_row(_DATABRICKS), maps=("delta.lake.topic2table.map",)),
        "couchbasesink": sink_row(_COUCHBASE),
        "couchbasesource": Row(Way.SOURCE, _COUCHBASE),
        "singlestoresink": sink_row(_SINGLESTORE),
        "memsqlsink": sink_row(_SINGLESTORE),
        "kudusink": sink_row(_KUDU),
        "kudusource": Row(Way.SOURCE, _KUDU),
        "pagerdutysink": web_row("pagerduty", default="events.pagerduty.com"),
    }
)
