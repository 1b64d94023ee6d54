from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import Fact, MoveFact, TableFact, UnreadFact
from kuajing.readers.infrastructure.copies import COPIES, GROUPED
from kuajing.readers.infrastructure.facts import recognises
from kuajing.readers.infrastructure.resources import wanted
from kuajing.readers.infrastructure.stores import STORES
from kuajing.readers.two_passes import read_sources
from kuajing.source.credentials import is_secret_name
from kuajing.source.location import Location
from kuajing.source.text import SourceText

HERE = Path(__file__).parent
Read = Callable[..., tuple[Fact, ...]]
Tell = Callable[..., list[str]]


def names(folder: str) -> list[str]:
    return sorted(
        path.relative_to(HERE).as_posix() for path in (HERE / folder).rglob("*.*") if path.is_file()
    )


def text_of(path: str, text: str) -> SourceText:
    return SourceText(path, text, "utf-8", doubtful=False, digest="")


def told_of(*texts: SourceText) -> tuple[Fact, ...]:
    return read_sources(texts, (), {})


def regions(facts: tuple[Fact, ...]) -> dict[str, tuple[str | None, str | None]]:
    stores = [fact.dataset for fact in facts if isinstance(fact, TableFact)]
    return {
        store.endpoint.address: (store.endpoint.provider, store.endpoint.region)
        for store in stores
        if store.endpoint is not None
    }


@pytest.mark.parametrize("folder", ["s3", "dms", "modules", "clouds", "documents", "rows"])
def test_stores_and_transfers_are_told_whole(tell: Tell, folder: str) -> None:
    expected = (HERE / "terraform" / f"{folder}.expected.txt").read_text("utf-8").splitlines()
    assert tell(*(name for name in names(f"terraform/{folder}"))) == expected


def test_an_alias_gives_its_region_and_a_variable_its_default(read: Read) -> None:
    assert regions(read(*names("terraform/s3"))) == {
        "s3://crm-prod": ("aws", "cn-north-1"),
        "s3://crm-prod-copy": ("aws", "us-east-1"),
        "s3://archive": ("aws", None),
    }


def test_the_providers_that_a_call_hands_down_place_its_resources(read: Read) -> None:
    assert regions(read(*names("terraform/modules"))) == {
        "arn:aws-cn:dynamodb:cn-north-1:*:table/visits": ("aws", "cn-north-1"),
        "arn:aws-cn:rds:cn-north-1:*:db:crm": ("aws", "cn-north-1"),
        "arn:aws-cn:rds:cn-north-1:*:db:resting": ("aws", "cn-north-1"),
        "arn:aws:rds:ap-southeast-1:*:db:crm-copy": ("aws", "ap-southeast-1"),
    }


def test_values_of_variables_count_only_where_the_rule_names_their_file() -> None:
    main = (HERE / "terraform/values/main.tf").read_text("utf-8")
    given = text_of("prod.tfvars", (HERE / "terraform/values/prod.tfvars").read_text("utf-8"))
    rule = SourceRule(("**",), Location("kuajing.yaml"), values=("prod.tfvars",))
    assert regions(read_sources([text_of("main.tf", main)], (rule,), {}, values=[given])) == {
        "arn:aws-cn:sqs:cn-north-1:*:orders-${var.db_password}": ("aws", "cn-north-1"),
        "s3://crm-dr": ("aws", "ap-southeast-1"),
    }
    assert regions(told_of(text_of("main.tf", main))) == {
        "arn:aws:sqs:${var.region}:*:orders-${var.db_password}": ("aws", None),
        "s3://crm-dr": ("aws", None),
    }


def test_a_region_that_no_file_tells_is_told_with_its_variable(read: Read) -> None:
    unread = [fact for fact in read(*names("terraform/s3")) if isinstance(fact, UnreadFact)]
    assert unread == [
        UnreadFact(
            Location("terraform/s3/providers.tf", 20, 3),
            "unread.infrastructure_region",
            "part",
            (("provider", "aws"), ("name", "var.backup_region")),
        )
    ]


def test_every_kind_of_copy_has_a_case(read: Read) -> None:
    folders = ("s3", "dms", "modules", "clouds", "rows", "expected")
    written = "".join(
        (HERE / name).read_text("utf-8") for folder in folders for name in names(f"terraform/{folder}")
    )
    kinds = [kind for kind, copies in COPIES.items() if copies]
    assert [kind for kind in (*kinds, GROUPED and "aws_rds_cluster") if f'"{kind}"' not in written] == []
    del read


def test_no_table_asks_for_a_secret() -> None:
    asked = {name for store in STORES.values() for name in (*store.names, *store.database, store.region)}
    assert {name for name in asked if is_secret_name(name)} == set()
    secrets = (
        "password",
        "master_password",
        "secret_key",
        "access_key",
        "token",
        "user_data",
        "username",
        "user",
    )
    assert [name for name in secrets if wanted(name)] == []


@pytest.mark.parametrize("folder", ["dms", "clouds", "documents", "values"])
def test_no_secret_leaves_the_files(read: Read, folder: str) -> None:
    facts = read(*names(f"terraform/{folder}"))
    said = [repr(fact) for fact in facts]
    said += [
        message(fact.reason, language, fact.values)
        for fact in facts
        if isinstance(fact, UnreadFact)
        for language in ("en", "zh")
    ]
    assert [line for line in said if "canary" in line] == []


@pytest.mark.parametrize(
    ("path", "text", "reason", "line"),
    [
        ("a.tf", 'resource "aws_s3_bucket" "a" {\n  bucket = "canary\n', "terraform_syntax", None),
        ("a.tf", "a = " + "[" * 60 + "]" * 60, "terraform_too_deep", 1),
        ("a.tf", "#" + "x" * 1_000_001, "terraform_too_long", 1),
        ("a.tf.json", "{\n canary", "terraform_syntax", 2),
        ("a.tf.json", "[" * 60 + "]" * 60, "terraform_too_deep", 1),
        ("a.tfstate", '{"terraform_version": "1",\n canary', "terraform_document", 2),
        ("a.tfstate", "[]", "terraform_document", 1),
    ],
)
def test_what_cannot_be_read_is_one_unread_file(path: str, text: str, reason: str, line: int | None) -> None:
    (fact,) = told_of(text_of(path, text))
    assert isinstance(fact, UnreadFact)
    assert (fact.reason, fact.grain) == (f"unread.{reason}", "file")
    assert line is None or fact.location.line == line
    assert "canary" not in repr(fact)


@pytest.mark.parametrize(
    ("path", "text", "is_ours"),
    [
        ("main.tf", "", True),
        ("plan.json", '{"format_version": "1.2", "planned_values": {}}', True),
        ("plan.json", '{"format_version": "1.2"}', False),
        ("maps.json", '{"rules": [{"rule-type": "selection"}]}', True),
        ("maps.json", '{"log": "rules", "rule-type": 1}', False),
        ("main.py", "planned_values", False),
    ],
)
def test_only_its_own_files_are_recognised(path: str, text: str, *, is_ours: bool) -> None:
    assert recognises(path, text) is is_ours


def test_modules_that_call_each_other_and_locals_that_grow_come_to_an_end() -> None:
    grows = "locals {\n" + "".join(f'  a{n} = "${{local.a{n + 1}}}${{local.a{n + 1}}}"\n' for n in range(50))
    texts = (
        text_of("a/main.tf", 'module "b" {\n  source = "../b"\n}\nmodule "c" {\n  source = "../b"\n}\n'),
        text_of(
            "b/main.tf", 'module "a" {\n  source = "../a"\n  x = local.x\n}\nlocals {\n  x = local.x\n}\n'
        ),
        text_of(
            "c/main.tf", f'{grows}  a50 = "x"\n}}\nresource "aws_s3_bucket" "x" {{\n  bucket = local.a0\n}}\n'
        ),
    )
    moved = [fact for fact in told_of(*texts) if isinstance(fact, MoveFact)]
    assert moved == []


def test_a_module_outside_the_root_is_not_looked_for() -> None:
    text = text_of("main.tf", 'module "x" {\n  source = "../../elsewhere"\n}\n')
    assert [fact.reason for fact in told_of(text) if isinstance(fact, UnreadFact)] == [
        "unread.terraform_module"
    ]


def test_damaged_files_raise_nothing() -> None:
    main = (HERE / "terraform/clouds/main.tf").read_text("utf-8")
    plan = (HERE / "terraform/documents/plan.json").read_text("utf-8")
    for at in range(0, len(main), 397):
        told_of(text_of("main.tf", main[:at]), text_of("x.tf", main[:at] + "{" + main[at + 1 :]))
    for at in range(0, len(plan), 97):
        told_of(text_of("plan.json", plan[:at] + '"format_version" "planned_values":'))
    for wrong in ("null", "3", "[]", '"x"', "{}", '[{"a": 1}]'):
        for field in ('"values": {', '"expressions": {', '"rule": ['):
            broken = plan.replace(field, field.rstrip("{[") + f'{wrong}, "z{wrong!r}": ' + field[-1])
            told_of(text_of("plan.json", broken.replace("'", "")))
