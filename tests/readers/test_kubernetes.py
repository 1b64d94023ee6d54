from collections.abc import Callable

import pytest

from kuajing.model.facts import Fact
from kuajing.readers.kubernetes.recognise import recognises

Tell = Callable[..., list[str]]
Read = Callable[..., tuple[Fact, ...]]


def test_workloads_open_what_their_variables_and_settings_name(tell: Tell) -> None:
    assert [
        "read kubernetes: 3 2 0 0",
        "13:22 orders uses mysql[conn:kubernetes/prod/mysql]/ (in prod)",
        "16:34 orders uses redis[conn:kubernetes/prod/redis]/ (in prod)",
        "18:41 orders uses placeholder[conn:kubernetes/prod/mongo/uri]/ (in prod)",
        "20:26 part kubernetes_env_from name=all",
        "32:14 pay uses postgres[pg.internal.example.com:5432/pay]/ (in prod)",
        "34:1 part kubernetes_secret",
        "51:48 nightly uses s3[s3://exports]/exports (disabled) (at 0 2 * * *)",
        "57:15 alone uses mysql[conn:kubernetes/default/mysql]/",
        "60:26 alone uses rabbitmq[rabbit.example.com]/",
    ] == tell("kubernetes/orders.yaml")


def test_a_secret_is_never_opened(read: Read) -> None:
    told = repr(read("kubernetes/orders.yaml", "kubernetes/broken.yaml"))
    assert not any(secret in told for secret in ("CANARY", "Q0FOQVJZ"))


def test_a_template_is_not_rendered_and_says_so(tell: Tell) -> None:
    assert ["4:9 file kubernetes_helm"] == tell("kubernetes/helm.yaml")
    assert ["4:9 file kubernetes_yaml"] == tell("kubernetes/broken.yaml")


@pytest.mark.parametrize(
    ("path", "text", "is_known"),
    [
        ("a.yaml", "apiVersion: apps/v1\nkind: Deployment\n", True),
        ("a.yml", "apiVersion: v1\nkind: List\nitems: []\n", True),
        ("a.yaml", "apiVersion: v1\nkind: Service\n", False),
        (
            "a.yaml",
            "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  ref:\n    kind: Deployment\n",
            False,
        ),
        ("a.yaml", "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaMirrorMaker2\n", False),
        ("a.yaml", "kuajing: 1\napiVersion: v1\nkind: Secret\n", False),
        ("a.json", "apiVersion: v1\nkind: Pod\n", False),
    ],
)
def test_a_manifest_is_known_by_what_it_starts_or_holds(
    path: str,
    text: str,
    is_known: bool,  # noqa: FBT001  a value
) -> None:
    assert is_known == recognises(path, text)


def test_jobs_that_a_map_holds_move_data_at_their_lines(tell: Tell) -> None:
    member, members = "mysql[crm.shop.example/crm]/member", "kafka[k1.us.example:9092]/members"
    orders = "mysql[oms.shop.example]/oms.orders.* -> doris[http://doris.sg.example:8030]/oms.orders.*"
    assert [
        "read kubernetes: 2 0 0 0",
        f"6:5 table {member} (id bigint, phone string)",
        f"6:5 alias ?/member = {member}",
        f"8:5 table {members} (id bigint, phone string)",
        f"8:5 alias ?/us = {members}",
        f"10:27 {member}.id -> {members}.id identity",
        f"10:35 {member}.phone -> {members}.phone hashed by MD5",
        f"14:17 {orders} identity",
        "30:41 members uses redis[redis.shop.example]/ (in prod)",
    ] == tell("kubernetes/flink.yaml")


def test_sql_that_a_job_of_flink_is_given_moves_what_it_says(tell: Tell) -> None:
    bj, us = "kafka[k1.bj.example:9092]", "kafka[k1.us.example:9092]"
    assert [line for line in tell("kubernetes/arguments.yaml") if " -> " in line or "read" in line] == [
        "read kubernetes: 3 0 0 0",
        f"8:12 {bj}/members.id -> {us}/members.id identity",
        f"8:12 {bj}/members.phone -> {us}/members.phone identity",
        f"29:31 {bj}/orders.id -> {us}/orders.id identity",
        f"47:39 {bj}/prices.id -> {us}/prices.id identity",
    ]
