from collections.abc import Callable, Mapping

import pytest

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Fact, UseFact
from kuajing.readers.spring.recognise import recognises

Tell = Callable[..., list[str]]
Read = Callable[..., tuple[Fact, ...]]
FOLDER = "spring/shop/src/main/resources"


def endpoints(facts: tuple[Fact, ...]) -> Mapping[str, Endpoint]:
    stores = [fact.store.endpoint for fact in facts if isinstance(fact, UseFact)]
    return {endpoint.kind: endpoint for endpoint in stores if endpoint is not None}


def test_an_application_opens_every_store_that_its_settings_name(tell: Tell) -> None:
    assert [
        "read spring: 2 0 0 0",
        "14:16 shop-orders uses mysql[10.0.0.8:3306/orders]/",
        "18:16 shop-orders uses oracle[10.0.0.9:1521/HIST]/",
        "21:16 shop-orders uses postgres[10.0.0.10:5432/old]/ (disabled)",
        "24:12 shop-orders uses mongodb[mongo-1:27017,mongo-2:27017/events]/",
        "26:13 shop-orders uses redis[${REDIS_HOST}:6379]/",
        "31:9 shop-orders uses kafka[kafka-1:9092,kafka-2:9092]/",
        "34:16 shop-orders uses rabbitmq[10.0.0.12:5672]/",
        "37:11 shop-orders uses elasticsearch[10.0.0.13:9200]/",
        "40:15 shop-orders uses oss[oss://order-files]/order-files",
        "47:13 shop-orders uses cos[cos://order-125]/order-125",
        "53:14 shop-orders uses http[https://member.example.com]/",
        "55:16 shop-orders uses http[https://openapi.example.com]/",
        "65:10 shop-orders uses mysql[localhost:3306/orders]/ (in dev)",
    ] == tell(f"{FOLDER}/application.yml")


def test_a_bucket_without_an_endpoint_stands_in_the_region_beside_it(read: Read) -> None:
    found = endpoints(read(f"{FOLDER}/application.yml"))
    assert ("tencent", "ap-singapore") == (found["cos"].provider, found["cos"].region)
    assert ("order-files.oss-cn-shanghai.aliyuncs.com",) == found["oss"].hosts


def test_no_secret_and_no_path_that_may_hold_one_is_kept(read: Read) -> None:
    names = ("application.yml", "application-half.yml", "application-none.yml")
    facts = read(
        *(f"{FOLDER}/{name}" for name in names), "spring/pay/src/test/resources/application.properties"
    )
    assert "CANARY" not in repr(facts)


def test_settings_fill_each_other_and_what_nobody_fills_stays_by_its_name(tell: Tell) -> None:
    assert [
        "read spring: 1 0 0 0",
        "8:12 shop uses mysql[rm-1.mysql.rds.aliyuncs.com:3306/crm]/ (in prod)",
        "10:10 shop uses placeholder[${REDIS_URL}]/ (in prod)",
        "14:19 shop uses placeholder[@crm.jdbc.url@]/ (in prod)",
    ] == tell(f"{FOLDER}/application-prod.yml")


def test_a_configuration_centre_is_opened_and_what_it_holds_is_a_gap(tell: Tell) -> None:
    assert [
        "read spring: 0 1 0 0",
        "7:22 shop-orders uses nacos[10.0.0.20:8848]/",
        "9:22 part spring_centre centre=Nacos",
    ] == tell(f"{FOLDER}/bootstrap.yml")
    assert [
        "read spring: 0 1 0 0",
        "1:28 part spring_centre centre=Apollo",
        "2:15 shop uses http[http://apollo.example.com:8080]/ (in apollo)",
        "3:24 part spring_centre centre=Spring Cloud Config",
    ] == tell(f"{FOLDER}/bootstrap-apollo.properties")


def test_properties_are_read_under_every_spelling_and_profile(tell: Tell) -> None:
    assert [
        "read spring: 3 0 0 0",
        "3:29 pay uses postgres[pg.example.com:5432/pay]/ (in test)",
        "5:32 pay uses elasticsearch[es-1:9200,es-2:9200]/ (in test)",
        "7:26 pay uses mongodb[mongo.example.com/pay]/ (in test)",
        "11:24 pay uses rabbitmq[rabbit.example.com]/ (in test & cloud)",
        "12:37 pay uses mysql[db.example.com/pay]/ (in prod)",
    ] == tell("spring/pay/src/test/resources/application.properties")


def test_a_document_that_cannot_be_read_does_not_hide_the_others(tell: Tell) -> None:
    assert [
        "read spring: 1 0 2 0",
        "3:11 shop uses redis[10.0.0.11]/ (in half)",
        "7:10 statement spring_template",
        "11:8 statement spring_yaml",
    ] == tell(f"{FOLDER}/application-half.yml")


def test_an_address_that_is_none_is_told(tell: Tell) -> None:
    assert ["read spring: 0 1 0 0", "6:10 part settings_address"] == tell(f"{FOLDER}/application-none.yml")


def test_settings_exported_from_a_centre_are_those_of_the_application_in_their_name(tell: Tell) -> None:
    assert ["read spring: 1 0 0 0", "4:11 member uses redis[10.0.0.11]/ (in prod)"] == tell(
        "spring/member-prod.yaml"
    )


SETTINGS = "spring:\n  datasource:\n    url: x\n"


@pytest.mark.parametrize(
    ("path", "text", "is_known"),
    [
        ("application.yml", "", True),
        ("a/application-prod.yaml", SETTINGS, True),
        ("bootstrap.properties", "a=b", True),
        ("nacos/orders.yaml", SETTINGS, True),
        ("nacos/orders.yaml", "datasource:\n  url: x\n", False),
        ("application.json", "{}", False),
        ("application.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\n", False),
        ("application.yaml", "kuajing: 1\n", False),
        ("application.properties", "debezium.sink.type=kafka\n", False),
        ("my-application.yml", "a: 1\n", False),
    ],
)
def test_settings_are_known_by_their_name_or_by_what_only_spring_knows(
    path: str,
    text: str,
    is_known: bool,  # noqa: FBT001  a value
) -> None:
    assert is_known == recognises(path, text)
