from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.model.facts import Fact, UnreadFact
from kuajing.readers.infrastructure.cloudformation import recognises
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText

HERE = Path(__file__).parent
Read = Callable[..., tuple[Fact, ...]]
Tell = Callable[..., list[str]]
TEMPLATE = (HERE / "cloudformation/template.yaml").read_text("utf-8")


def told_of(path: str, text: str) -> tuple[Fact, ...]:
    return read_sources([SourceText(path, text, "utf-8", doubtful=False, digest="")], (), {})


def test_stores_and_transfers_of_a_template_are_told_whole(tell: Tell) -> None:
    here = "cloudformation/template.yaml"
    visits = "dynamodb[arn:aws:dynamodb:${AWS::Region}:*:table/visits]"
    main = "rds[arn:aws:rds:${AWS::Region}:*:db:crm]"
    copy = f"rds[aws:${{AWS::Region}}:{here}/Copy]"
    assert tell(here) == [
        "read cloudformation: 1 3 0 3",
        "1:1 part infrastructure_region provider=aws name=AWS::Region",
        "12:5 table s3[s3://crm-prod]/crm-prod.* ( ...)",
        "18:13 s3[s3://crm-prod]/crm-prod.member/*.* -> s3[s3://crm-sg-prod]/crm-sg-prod.member/*.* identity (in prod)",
        "22:13 s3[s3://crm-prod]/crm-prod.*.* -> s3[s3://crm-old]/crm-old.*.* identity (disabled) (in prod)",
        f"26:5 table {visits}/* ( ...)",
        f"30:11 {visits}/*.* -> dynamodb[arn:aws:dynamodb:ap-southeast-1:*:table/visits]/*.* identity (in prod)",
        f"33:11 {visits}/*.* -> dynamodb[arn:aws:dynamodb:eu-west-1:*:table/visits]/*.* identity (in prod)",
        f"35:5 table {main}/* ( ...)",
        f"40:5 table {copy}/* ( ...)",
        f"42:7 {main}/*.* -> {copy}/*.* identity (in prod)",
        "63:7 mysql[crm.example.cn:3306/crm]/crm.member.* -> s3[s3://lake]/lake.crm/member.* identity (in prod)",
    ]


def test_no_secret_leaves_a_template(read: Read) -> None:
    assert "canary" not in repr(read("cloudformation/template.yaml"))


@pytest.mark.parametrize(
    ("path", "text", "is_ours"),
    [
        ("a.yaml", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n", True),
        ("a.json", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', True),
        ("a.yaml", "# AWS::S3::Bucket is one of the Resources\n", False),
        ("a.py", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n", False),
    ],
)
def test_only_templates_are_recognised(path: str, text: str, *, is_ours: bool) -> None:
    assert recognises(path, text) is is_ours


def test_a_broken_template_is_one_unread_file() -> None:
    broken = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Password: 'canary\n"
    (fact,) = told_of("a.yaml", broken)
    assert isinstance(fact, UnreadFact)
    assert (fact.reason, fact.grain) == ("unread.cloudformation_document", "file")
    assert "canary" not in repr(fact)


def test_a_template_with_tags_of_others_is_unread_where_they_stand() -> None:
    broken = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: !Mine x\n"
    assert told_of("a.yaml", broken) == (
        UnreadFact(Location("a.yaml", 4, 17), "unread.cloudformation_document", "file"),
    )


def test_damaged_templates_raise_nothing() -> None:
    for at in range(0, len(TEMPLATE), 53):
        told_of("a.yaml", TEMPLATE[:at] + "\nResources: {A: {Type: AWS::S3::Bucket}}")
        told_of("a.yaml", TEMPLATE[:at] + " [" + TEMPLATE[at + 1 :])
    for wrong in ("[]", "3", "!Ref [a]", "!Sub {a: b}", "!Join x", "!GetAtt [[]]", "!If [a, b, c]"):
        for key in ("Properties", "Rules", "BucketName", "Replicas", "Tags", "SourceDBInstanceIdentifier"):
            told_of("a.yaml", TEMPLATE.replace(f"{key}:", f"{key}: {wrong}\n      Other{key}:"))
