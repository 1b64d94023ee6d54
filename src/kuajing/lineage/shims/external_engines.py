"""Tables of Doris and StarRocks that ENGINE = word and PROPERTIES bind to a server, a metastore or a file."""

from collections.abc import Mapping

from kuajing.lineage.endpoints import Place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.catalogs import place_of_catalog
from kuajing.lineage.shims.option_places import place_of_options
from kuajing.lineage.text.cursor import Cursor

_METASTORES = frozenset({"HIVE", "ICEBERG", "HUDI"})
_FILES = frozenset({"BROKER", "FILE"})
_TYPES = ("odbc_type", "table_type")
_DATABASE_KEYS = ("database", "iceberg.database")


def external_engine(  # noqa: PLR0911  one return for each family of engines
    said: Mapping[str, str], rest: Cursor, session: Session
) -> Place | None:
    """The place an engine's options name; an engine of the database itself has none."""
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    if not (ahead.skip_to("ENGINE") and ahead.take("ENGINE")):
        return None
    ahead.take_sign("=")
    engine = (ahead.take_value() or "").upper()
    resource = said.get("resource") or said.get("odbc_catalog_resource")
    if resource is not None:
        return _at_resource(resource, said, session)
    if engine == "OLAP":
        # StarRocks writes to the tables of another cluster of its own kind in this way
        return place_of_options(said, "starrocks") if "host" in said else None
    if engine in _METASTORES:
        return place_of_catalog(said, engine.lower())
    if engine in {"JDBC", *_FILES}:
        return place_of_options(said, None)
    if engine in {"MYSQL", "POSTGRESQL", "ODBC", "ELASTICSEARCH"}:
        kind = next((said[key].lower() for key in _TYPES if said.get(key)), engine.lower())
        return place_of_options(said, kind)
    return None


def _at_resource(name: str, said: Mapping[str, str], session: Session) -> Place:
    """The place a resource names, with the database the table is of."""
    place = session.servers.get(name.lower())
    if place is None:
        return Place("resource", name.lower())
    database = next((said[key] for key in _DATABASE_KEYS if said.get(key)), "")
    if not database or "/" in place.address or place.kind in {"hive", "iceberg", "hudi"}:
        return place
    return Place(place.kind, f"{place.address}/{database}", place.region)
