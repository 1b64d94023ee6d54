from collections.abc import Callable

import pytest

from kuajing.model.facts import Fact, UseFact
from kuajing.readers.compose.recognise import recognises
from kuajing.readers.settings.images import kind_of_image

Tell = Callable[..., list[str]]
Read = Callable[..., tuple[Fact, ...]]
Rule = Callable[..., object]
FOLDER = "compose/shop"


def test_services_open_what_their_variables_and_links_name(tell: Tell) -> None:
    here = "conn:compose/compose/shop"
    assert [
        "read compose: 4 2 0 1",
        f"5:30 orders uses mysql[{here}/db]/ (in prod)",
        f"7:26 orders uses redis[{here}/cache]/ (in prod)",
        "9:16 orders uses http[https://pay.example.com]/ (in prod)",
        "11:22 orders uses server[10.0.0.8]/ (in prod)",
        "13:16 part compose_env_file file=compose/shop/orders.env",
        "13:28 part outside_root",
        f"22:9 worker uses kafka[{here}/kafka-1]/ (disabled) (in prod, batch)",
        f"23:9 worker uses http[{here}/worker]/ (disabled) (in prod, batch)",
        f"26:9 worker uses mongodb[{here}/mongo]/ (disabled) (in prod, batch)",
        f"31:35 reporting uses mysql[{here}/db]/ (in prod)",
        f"33:12 db uses mysql[{here}/db]/ (in prod)",
        f"39:12 cache uses redis[{here}/cache]/ (in prod)",
        "46:21 part compose_extends file=compose/shop/common.yml",
    ] == tell(f"{FOLDER}/docker-compose.prod.yml")


def test_a_project_goes_by_its_name_and_a_service_by_its_host_name(tell: Tell) -> None:
    assert [
        "read compose: 2 0 0 0",
        "3:3 part compose_include",
        "6:12 app uses postgres[conn:compose/demo/app]/",
        "11:9 web uses postgres[conn:compose/demo/app]/",
        "12:9 web uses redis[conn:compose/demo/web]/",
    ] == tell(f"{FOLDER}/compose.yaml")


def test_what_a_rule_places_runs_where_its_stores_run(read: Read, rule: Rule) -> None:
    facts = read(f"{FOLDER}/compose.yaml", rules=(rule("compose/**", system="host"),))
    uses = [fact for fact in facts if isinstance(fact, UseFact)]
    assert {("host", "host")} == {(use.system, use.store.system) for use in uses}


def test_no_secret_is_kept(read: Read) -> None:
    names = ("docker-compose.prod.yml", "compose.yaml", "docker-compose.broken.yml")
    assert "CANARY" not in repr(read(*(f"{FOLDER}/{name}" for name in names)))


def test_a_file_that_cannot_be_read_says_why(tell: Tell) -> None:
    assert ["3:12 file compose_template"] == tell(f"{FOLDER}/docker-compose.tpl.yml")
    assert ["3:12 file compose_yaml"] == tell(f"{FOLDER}/docker-compose.broken.yml")
    assert ["1:1 file compose_no_services"] == tell(f"{FOLDER}/docker-compose.empty.yml")


SERVICES = "services:\n  a:\n    image: b\n"


@pytest.mark.parametrize(
    ("path", "text", "is_known"),
    [
        ("docker-compose.yml", "", True),
        ("deploy/docker-compose-env.yaml", SERVICES, True),
        ("compose.override.yaml", SERVICES, True),
        ("stack.yml", SERVICES, True),
        ("stack.yml", "services:\n  - a\n", False),
        ("pipeline.yml", "source:\n  type: mysql\n", False),
        ("docker-compose.yml", "apiVersion: v1\nservices:\n", False),
        ("flows/compose.yaml", "kuajing: 1\n", False),
        ("compose.json", SERVICES, False),
    ],
)
def test_a_file_is_known_by_its_name_or_its_services(
    path: str,
    text: str,
    is_known: bool,  # noqa: FBT001  a value
) -> None:
    assert is_known == recognises(path, text)


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        ("mysql:8", "mysql"),
        ("quay.io/debezium/example-postgres:3.0", "postgres"),
        ("mcr.microsoft.com/mssql/server:2022-latest", "sqlserver"),
        ("localhost:5000/minio/minio@sha256:00", "minio"),
        ("redislabs/redismod", "redis"),
        ("mongo-express", None),
        ("confluentinc/cp-kafka-connect:7", None),
        ("example/orders", None),
        ("shop/kafka-demo/orders:1", None),
        ("clickhouse/server", "clickhouse"),
        ("", None),
    ],
)
def test_an_image_is_a_store_by_its_name_unless_it_stands_beside_one(image: str, kind: str | None) -> None:
    assert kind == kind_of_image(image)


def test_a_word_for_no_address_is_no_place(tell: Tell) -> None:
    found = tell("compose/unused/docker-compose.yml")
    assert [line for line in found if "uses" in line] == [
        "9:32 server uses zookeeper[conn:compose/compose/unused/zookeeper]/"
    ]
