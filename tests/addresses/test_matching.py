from itertools import pairwise

import pytest

from kuajing.addresses import matches, read_address

_URL = "jdbc:mysql://rm-uf6abc.mysql.rds.aliyuncs.com:3306/crm"


def test_the_narrower_pattern_of_a_host_scores_higher() -> None:
    endpoint = read_address(_URL)
    patterns = [
        "rm-uf6abc.mysql.rds.aliyuncs.com:3306/crm",
        "rm-uf6abc.mysql.rds.aliyuncs.com:3306",
        "rm-uf6abc.mysql.rds.aliyuncs.com",
        "*.mysql.rds.aliyuncs.com",
        "*.aliyuncs.com",
    ]
    scores = [matches(pattern, endpoint) or 0 for pattern in patterns]
    assert all(first > second > 0 for first, second in pairwise(scores))


def test_a_host_beats_any_network_and_a_longer_prefix_a_shorter() -> None:
    endpoint = read_address("10.1.2.3:3306/crm")
    patterns = ["10.1.2.3", "10.1.2.0/24", "10.1.0.0/16", "10.0.0.0/8"]
    scores = [matches(pattern, endpoint) or 0 for pattern in patterns]
    assert all(first > second > 0 for first, second in pairwise(scores))


def test_a_longer_prefix_of_a_bucket_wins() -> None:
    endpoint = read_address("s3a://lake/dw/user/part-0.parquet")
    patterns = ["s3://lake/dw/user", "s3://lake/dw", "s3://lake", "s3://la*"]
    scores = [matches(pattern, endpoint) or 0 for pattern in patterns]
    assert all(first > second > 0 for first, second in pairwise(scores))


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("RM-UF6ABC.mysql.rds.aliyuncs.com.", _URL),
        ("jdbc:mysql://rm-uf6abc.mysql.rds.aliyuncs.com:3306/CRM", _URL),
        ("h:3306/crm", "jdbc:mysql://h/crm"),
        ("h2:9093", "h1:9092,h2:9093"),
        ("[2001:db8::1]:3306", "jdbc:mysql://[2001:DB8:0::1]:3306/x"),
        ("2001:db8::/32", "jdbc:mysql://[2001:db8::1]/x"),
        ("${CRM_JDBC_URL}", "${CRM_JDBC_URL}"),
        ("$CRM_JDBC_URL", "${CRM_JDBC_URL:jdbc:mysql://h/d}"),
        ("${HOST}:3306/crm", "jdbc:mysql://${HOST}:3306/crm"),
        ("{{ conn.x }}", "{{conn.x}}"),
        ("conn:crm_mysql", "conn:crm_mysql"),
        ("hdfs://ns1/warehouse", "hdfs://ns1/warehouse/dwd.db"),
        ("https://api.example.com/v1", "https://api.example.com/v1/users?key=x"),
        (
            "ab12345.us-east-1.snowflakecomputing.com/PROD",
            "jdbc:snowflake://ab12345.us-east-1.snowflakecomputing.com/?db=prod",
        ),
        ("oss://bkt/p", "https://bkt.oss-cn-hangzhou.aliyuncs.com/p/x.csv"),
        ("@stage/x/", "@stage/x/"),
        ("legacy-ftp", "legacy-ftp"),
        ("/data/export", "/data/export/a.csv"),
    ],
)
def test_a_pattern_means_an_endpoint(pattern: str, address: str) -> None:
    assert matches(pattern, read_address(address)) is not None


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("h:3307/crm", "jdbc:mysql://h/crm"),
        ("h:3306/crm", "jdbc:mysql://h:3306/other"),
        ("h:3306/crm", "jdbc:mysql://h:3306"),
        ("*.example.com", "example.com"),
        ("*.example.com", "db.example.com.cn"),
        ("10.0.0.0/8", "11.0.0.1"),
        ("10.0.0.0/8", "ten.example.com"),
        ("s3://lake/dw", "s3://lake/dwd/x"),
        ("s3://lake", "oss://lake/x"),
        ("${A}", "${B}"),
        ("conn:a", "conn:b"),
        ("h1:9092", "h2:9092,h3:9092"),
        ("https://api.example.com/v1", "https://api.example.com/v10"),
        ("/data/export", "/data/exports/a.csv"),
    ],
)
def test_a_pattern_does_not_mean_its_neighbour(pattern: str, address: str) -> None:
    assert matches(pattern, read_address(address)) is None


def test_a_placeholder_beats_the_default_written_in_it() -> None:
    endpoint = read_address("${CRM_URL:jdbc:mysql://h/d}")
    assert (matches("${CRM_URL}", endpoint) or 0) > (matches("h", endpoint) or 0) > 0
