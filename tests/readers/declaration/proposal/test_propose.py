"""A declaration proposed from what files show: readable as it stands, and no surer than the files."""

from datetime import date
from pathlib import Path

from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Declaration
from kuajing.model.endpoints import Endpoint
from kuajing.model.estate import Column, Dataset, Estate, Labelling, System
from kuajing.model.facts import Basis
from kuajing.model.labels import Classification, Outcome, Placement
from kuajing.model.names import DatasetName
from kuajing.model.truth import Truth
from kuajing.readers.declaration import propose, read_declaration
from kuajing.source.location import Location
from kuajing.source.yaml_text import parse_yaml

EXPECTED = Path(__file__).parent / "proposed.yaml"
CRM = DatasetName("rm-uf6abc.mysql.rds.aliyuncs.com:3306", ("crm", "customer"))
ODS = DatasetName("unplaced", ("ods", "user info"))
LOG = DatasetName("unplaced", ("ods", "log"))


def _system(name: str, *endpoints: Endpoint, kind: str = "unknown", declared: bool = False) -> System:
    return System(name, name, declared, kind, None, None, None, endpoints, (Location("jobs/crm.json", 3, 5),))


def _dataset(name: DatasetName, path: str, *columns: str) -> Dataset:
    place = Location(path, 1, 1)
    columns_found = tuple(Column(name.column(column), "", "", (place,)) for column in columns)
    return Dataset(name, "", columns_found, complete=True, locations=(place,))


def _classified(category: str, outcome: Outcome) -> Classification:
    return Classification(category, outcome, "no", "no", (), (), Basis.INFERRED)


SYSTEMS = (
    _system(CRM.system, Endpoint("mysql", "rm-uf6abc.mysql.rds.aliyuncs.com:3306/crm"), kind="mysql"),
    _system("s3://backup", Endpoint("s3", "s3://backup", bucket="backup")),
    _system(
        "${KAFKA}", Endpoint("kafka", "${KAFKA}", placeholder="${KAFKA}"), Endpoint("http", 'http://a/"b"')
    ),
    _system("unplaced"),
    _system("known", kind="database", declared=True),
)
DATASETS = (
    _dataset(CRM, "jobs/crm.json", "id", "mobile", "name", "*"),
    _dataset(ODS, "sql/dw/user.sql", "card\nno"),
    _dataset(LOG, "top.sql", "line"),
)
LABELLING = Labelling(
    (
        (CRM.column("id"), _classified("none", Outcome.NONE)),
        (CRM.column("mobile"), _classified("pi.basic.phone", Outcome.SURE)),
        (CRM.column("name"), _classified("pi.basic.name", Outcome.CANDIDATE)),
        (CRM.column("*"), _classified("unknown", Outcome.CANDIDATE)),
        (ODS.column("card\nno"), _classified("pi.finance.account", Outcome.SURE)),
    ),
    (
        (CRM.system, Placement("CN", Truth.UNKNOWN, "host", "locator.host")),
        ("s3://backup", Placement("US", Truth.NO, "region", "locator.region")),
    ),
)


def _proposed(
    datasets: tuple[Dataset, ...] = (), systems: tuple[System, ...] = (), labelling: Labelling = LABELLING
) -> str:
    analysis = Analysis(
        on=date(2026, 11, 30),
        declaration=Declaration(),
        estate=Estate(systems, datasets, (), (), (), ()),
        labelling=labelling,
        crossings=(),
        judgements=(),
        findings=(),
        coverage=(),
        read=(),
        system_moves=(),
        articles=(),
    )
    return propose(analysis).text


def test_a_proposal_names_systems_and_personal_columns() -> None:
    assert _proposed(DATASETS, SYSTEMS) == EXPECTED.read_text(encoding="utf-8")


def test_a_proposal_is_the_same_in_whatever_order_things_come() -> None:
    assert _proposed(DATASETS[::-1], SYSTEMS[::-1]) == _proposed(DATASETS, SYSTEMS)


def test_a_proposal_is_read_and_claims_no_place_that_is_not_proven() -> None:
    (node,) = parse_yaml("flows/estate.yaml", _proposed(DATASETS, SYSTEMS))
    declaration = read_declaration([("flows/estate.yaml", node)])
    assert [(system.id, system.kind, system.located) for system in declaration.systems] == [
        ("KAFKA", "topic", None),
        ("main", None, None),
        ("rm-uf6abc-mysql-rds-aliyuncs-com-3306", "database", None),
        ("s3-backup", "bucket", "US"),
    ]


def test_a_proposal_from_nothing_is_read() -> None:
    (node,) = parse_yaml("flows/estate.yaml", _proposed())
    assert [handler.id for handler in read_declaration([("flows/estate.yaml", node)]).handlers] == [
        "this-company"
    ]
