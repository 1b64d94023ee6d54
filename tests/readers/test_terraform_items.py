"""What is made several times, in JSON, elsewhere or in an environment; and what is too much to read."""

import json
from pathlib import Path
from time import process_time

import hcl2.parser
import pytest

from kuajing.model.declaration import SourceRule
from kuajing.model.facts import Fact, MoveFact, TableFact, UnreadFact
from kuajing.readers.infrastructure.hcl import parse_hcl
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText


def text_of(path: str, text: str) -> SourceText:
    return SourceText(path, text, "utf-8", doubtful=False, digest="")


def told_of(*texts: SourceText) -> tuple[Fact, ...]:
    return read_sources(texts, (), {})


def moved(facts: tuple[Fact, ...]) -> list[tuple[str, str]]:
    return [
        (fact.source.endpoint.address, fact.target.endpoint.address)
        for fact in facts
        if isinstance(fact, MoveFact) and fact.source.endpoint and fact.target.endpoint
    ]


def stores(facts: tuple[Fact, ...]) -> set[str]:
    return {
        fact.dataset.endpoint.address
        for fact in facts
        if isinstance(fact, TableFact) and fact.dataset.endpoint
    }


def reasons(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.reason.removeprefix("unread.") for fact in facts if isinstance(fact, UnreadFact)]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ('count = 2\n  bucket = format("b-%d", count.index + 1)', {"s3://b-1", "s3://b-2"}),
        ('count = 0\n  bucket = "b"', set()),
        ('for_each = toset(["a", "b", "a"])\n  bucket = each.key', {"s3://a", "s3://b"}),
        ('for_each = { a = "x" }\n  bucket = "${each.key}-${each.value}"', {"s3://a-x"}),
        ("for_each = { for k, v in { a = 1, b = 2 } : k => v if v > 1 }\n  bucket = each.key", {"s3://b"}),
        ('count = length(concat(["x"], ["y"])) > 1 ? 1 : 0\n  bucket = "b"', {"s3://b"}),
        ('count = var.many\n  bucket = "b"', {"s3://b"}),
    ],
)
def test_a_resource_stands_once_for_each_of_its_items(items: str, expected: set[str]) -> None:
    text = f'provider "aws" {{\n  region = "eu-west-1"\n}}\nresource "aws_s3_bucket" "x" {{\n  {items}\n}}\n'
    assert stores(told_of(text_of("main.tf", text))) == expected


def test_a_module_stands_once_for_each_of_its_items() -> None:
    main = (
        'provider "aws" {\n  region = "eu-west-1"\n}\n'
        'module "b" {\n  for_each = toset(["x", "y"])\n  source = "./b"\n  name = each.key\n}\n'
        'resource "aws_s3_bucket_replication_configuration" "r" {\n  bucket = module.b["x"].name\n'
        '  rule {\n    status = "Enabled"\n    destination {\n      bucket = module.b["y"].arn\n    }\n  }\n}\n'
    )
    inner = (
        'variable "name" {}\nresource "aws_s3_bucket" "b" {\n  bucket = var.name\n}\n'
        'output "name" {\n  value = aws_s3_bucket.b.id\n}\noutput "arn" {\n  value = aws_s3_bucket.b.arn\n}\n'
    )
    assert moved(told_of(text_of("main.tf", main), text_of("b/main.tf", inner))) == [("s3://x", "s3://y")]


def test_several_providers_of_one_call_place_each_end() -> None:
    main = (
        'provider "aws" {\n  region = "cn-north-1"\n}\n'
        'provider "aws" {\n  alias = "away"\n  region = "eu-west-1"\n}\n'
        'module "pair" {\n  source = "./pair"\n  providers = {\n    aws.from = aws\n    aws.to = aws.away\n  }\n}\n'
    )
    pair = (
        'resource "aws_sqs_queue" "a" {\n  provider = aws.from\n  name = "a"\n}\n'
        'resource "aws_sqs_queue" "b" {\n  provider = aws.to\n  name = "b"\n}\n'
    )
    assert stores(told_of(text_of("main.tf", main), text_of("pair/main.tf", pair))) == {
        "arn:aws-cn:sqs:cn-north-1:*:a",
        "arn:aws:sqs:eu-west-1:*:b",
    }


def test_dynamic_blocks_and_templates_of_json_are_read() -> None:
    said = {
        "locals": {"away": ["us-east-1", "eu-west-1"], "name": "carts"},
        "provider": {"aws": {"region": "ap-east-1"}},
        "resource": {
            "aws_dynamodb_table": {
                "t": {
                    "name": '${local.name}-$${x}-${upper("a}")}',
                    "dynamic": {
                        "replica": {
                            "for_each": "${local.away}",
                            "content": {"region_name": "${replica.value}"},
                        }
                    },
                }
            }
        },
    }
    start = "arn:aws:dynamodb:"
    assert moved(told_of(text_of("main.tf.json", json.dumps(said)))) == [
        (f"{start}ap-east-1:*:table/carts-${{x}}-A}}", f"{start}{region}:*:table/carts-${{x}}-A}}")
        for region in ("eu-west-1", "us-east-1")
    ]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (
            'source = "terraform-aws-modules/s3-bucket/aws"\n  replication_configuration = { role = "x" }',
            "_copies",
        ),
        ('source = "terraform-aws-modules/s3-bucket/aws"\n  replication_configuration = {}', ""),
        ('source = "git::https://example.com/dms.git"', "_copies"),
        ('source = "terraform-aws-modules/vpc/aws"', ""),
        ('source = "some/app/aws"\n  min_replicas = 2', ""),
    ],
)
def test_a_module_elsewhere_that_copies_is_told_as_such(call: str, reason: str) -> None:
    facts = told_of(text_of("main.tf", f'module "x" {{\n  {call}\n}}\n'))
    assert reasons(facts) == [f"terraform_module{reason}"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("oci_file_storage_replication", ["infrastructure_kind"]),
        ("aws_dms_replication_instance", []),
        ("kubernetes_replication_controller", []),
    ],
)
def test_a_kind_that_sounds_like_a_copy_is_told(kind: str, expected: list[str]) -> None:
    assert reasons(told_of(text_of("main.tf", f'resource "{kind}" "x" {{}}\n'))) == expected


@pytest.mark.parametrize(
    ("path", "values", "expected"),
    [
        ("main.tf", (), ""),
        ("dev/main.tf", (), "dev"),
        ("infra/Prod/db/main.tf", (), "Prod"),
        ("envs/shanghai/main.tf", (), "shanghai"),
        ("product/main.tf", (), ""),
        ("main.tf", ("staging.tfvars",), "staging"),
        ("dev/main.tf", ("vars/prod/all.tfvars",), "prod"),
    ],
)
def test_folder_and_file_of_values_name_the_environment(
    path: str, values: tuple[str, ...], expected: str
) -> None:
    text = (
        'resource "aws_db_instance" "x" {\n  provider = aws.a\n  identifier = "copy"\n'
        '  replicate_source_db = "main"\n}\n'
    )
    given = [text_of(value, "") for value in values]
    rule = SourceRule(("**",), Location("kuajing.yaml"), values=values)
    facts = read_sources([text_of(path, text)], (rule,), {}, values=given)
    assert {fact.running.environment for fact in facts if isinstance(fact, MoveFact)} == {expected}


def test_items_of_a_plan_stay_apart() -> None:
    def planned(index: int, name: str) -> dict[str, object]:
        address = f"aws_s3_bucket.b[{index}]"
        return {"address": address, "type": "aws_s3_bucket", "values": {"bucket": name}}

    def refers(*names: str) -> dict[str, object]:
        return {"references": list(names)}

    rules = "aws_s3_bucket_replication_configuration.r"
    said = {
        "format_version": "1.2",
        "planned_values": {
            "root_module": {
                "resources": [
                    planned(0, "x"),
                    planned(1, "y"),
                    {
                        "address": rules,
                        "type": rules[:-2],
                        "values": {"rule": [{"status": "Enabled", "destination": [{}]}]},
                    },
                ]
            }
        },
        "configuration": {
            "root_module": {
                "resources": [
                    {
                        "address": rules,
                        "expressions": {
                            "bucket": refers(
                                "aws_s3_bucket.b[0].id", "aws_s3_bucket.b[0]", "aws_s3_bucket.b"
                            ),
                            "rule": [{"destination": [{"bucket": refers("aws_s3_bucket.b[1].arn")}]}],
                        },
                    }
                ]
            }
        },
    }
    assert moved(told_of(text_of("plan.json", json.dumps(said)))) == [("s3://x", "s3://y")]


def test_two_ends_that_nothing_tells_apart_are_told() -> None:
    text = (
        'provider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_datasync_task" "x" {\n'
        "  source_location_arn = var.place\n  destination_location_arn = var.place\n}\n"
    )
    assert reasons(told_of(text_of("main.tf", text))) == ["infrastructure_ends"]


def test_nothing_is_written_beside_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr(hcl2.parser, "parser", refuse)
    beside = Path(hcl2.parser.__file__).parent
    before = sorted((path.name, path.stat().st_mtime_ns) for path in beside.iterdir())
    parse_hcl(text_of("main.tf", "x = 1\n"))
    assert sorted((path.name, path.stat().st_mtime_ns) for path in beside.iterdir()) == before


_MEGABYTES_10 = 10_000_000


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("a.tf", "x = 1\n" * (_MEGABYTES_10 // 6), "terraform_too_long"),
        ("a.tf.json", '{"locals": {"x": "' + "y" * _MEGABYTES_10 + '"}}', "terraform_too_long"),
        ("a.tf", "a {\n" * 5_000 + "}\n" * 5_000, "terraform_too_deep"),
        ("a.tf", "x = " + "(" * 20_000, "terraform_too_deep"),
        ("a.tf", "x = " + "!" * 5_000 + "y\n", "terraform_syntax"),
        ("a.tf.json", '{"a":' * 20_000, "terraform_too_deep"),
        ("a.tfstate", '{"terraform_version": "1", "resources":' + "[" * 20_000, "terraform_document"),
        (
            "a.yaml",
            "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    X: " + "[" * 20_000,
            "cloudformation_document",
        ),
        (
            "a.json",
            '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "X": ' + "[" * 20_000,
            "cloudformation_document",
        ),
    ],
)
def test_too_much_is_one_unread_file_and_soon(path: str, text: str, reason: str) -> None:
    began = process_time()
    assert reasons(told_of(text_of(path, text))) == [reason]
    assert process_time() - began < 20


def test_a_mapping_is_found_from_the_folder_that_terraform_is_called_in() -> None:
    task = (
        'resource "aws_dms_replication_task" "t" {\n  source_endpoint_arn = var.source\n'
        '  target_endpoint_arn = var.target\n  table_mappings = file("maps/crm.json")\n}\n'
    )
    mapping = (
        '{"rules": [{"rule-type": "selection", "rule-action": "include",'
        ' "object-locator": {"schema-name": "crm", "table-name": "t"}}]}'
    )
    facts = told_of(text_of("live/main.tf", task), text_of("live/maps/crm.json", mapping))
    assert [fact.source.path for fact in facts if isinstance(fact, MoveFact)] == [("crm", "t")]


def test_one_of_several_that_no_file_tells_is_an_open_end() -> None:
    text = (
        'resource "aws_s3_bucket" "b" {\n  for_each = toset(["x", "y"])\n  bucket = each.key\n}\n'
        'resource "aws_s3_bucket_replication_configuration" "r" {\n  bucket = aws_s3_bucket.b[var.which].id\n'
        '  rule {\n    status = "Enabled"\n    destination {\n      bucket = "arn:aws:s3:::copy"\n    }\n  }\n}\n'
    )
    facts = told_of(text_of("main.tf", text))
    assert (moved(facts), "infrastructure_ends" in reasons(facts)) == ([], True)


def test_what_a_module_inside_a_module_tells_reaches_the_outside() -> None:
    main = (
        'provider "aws" {\n  region = "eu-west-1"\n}\n'
        'module "b_copy" {\n  source = "./outer"\n  name = "copy"\n  from = module.a_main.arn\n}\n'
        'module "a_main" {\n  source = "./outer"\n  name = "main"\n}\n'
    )
    outer = (
        'variable "name" {}\nvariable "from" {\n  default = null\n}\n'
        'module "inner" {\n  source = "../inner"\n  name = var.name\n  from = var.from\n}\n'
        'output "arn" {\n  value = module.inner.arn\n}\n'
    )
    inner = (
        'variable "name" {}\nvariable "from" {}\n'
        'resource "aws_db_instance" "d" {\n  identifier = var.name\n  replicate_source_db = var.from\n}\n'
        'output "arn" {\n  value = aws_db_instance.d.arn\n}\n'
    )
    texts = (text_of("main.tf", main), text_of("outer/main.tf", outer), text_of("inner/main.tf", inner))
    assert moved(told_of(*texts)) == [("arn:aws:rds:eu-west-1:*:db:main", "arn:aws:rds:eu-west-1:*:db:copy")]


def test_more_calls_than_are_followed_are_told() -> None:
    main = 'module "m" {\n  count = 60\n  source = "./m"\n}\n'
    inner = 'module "n" {\n  count = 60\n  source = "../n"\n}\n'
    texts = (text_of("main.tf", main), text_of("m/main.tf", inner), text_of("n/main.tf", "locals {}\n"))
    assert reasons(told_of(*texts)) == ["terraform_calls"]


def test_the_database_of_an_endpoint_is_kept() -> None:
    text = (
        'provider "aws" {\n  region = "eu-west-1"\n}\n'
        'resource "aws_rds_cluster" "c" {\n  cluster_identifier = "c"\n  database_name = "crm"\n'
        '  master_username = "canary"\n}\n'
    )
    facts = told_of(text_of("main.tf", text))
    (database,) = [
        fact.dataset.endpoint.database
        for fact in facts
        if isinstance(fact, TableFact) and fact.dataset.endpoint
    ]
    assert (database, "canary" in repr(facts)) == ("crm", False)
