"""Names of secrets, and texts with the secrets taken out."""

import pytest

from kuajing.source.credentials import is_secret_name, without_credentials

SECRET_NAMES = [
    *(
        "password",
        "passwd",
        "pwd",
        "PASSWORD",
        "db.password",
        "spring.datasource.password",
        "dbPassword",
        "mysql_pass",
    ),
    *(
        "DB_PASSWORD_1",
        "password1",
        "password_hash",
        "ConnectionPassword",
        "userPwd",
        "PGPASSWORD",
        "requirepass",
    ),
    *(
        "secret",
        "client_secret",
        "clientSecret",
        "secretKey",
        "secretId",
        "AWS_SECRET_ACCESS_KEY",
        "token",
        "sts_token",
    ),
    *(
        "authToken",
        "_authToken",
        "refresh_token",
        "access_key",
        "accessKey",
        "accessKeyId",
        "accessKeySecret",
        "accessId",
    ),
    *(
        "AK",
        "SK",
        "ak",
        "sk",
        "oss_ak",
        "OSS_SK",
        "apiKey",
        "x-api-key",
        "private_key",
        "privateKey",
        "passphrase",
    ),
    *("credential", "credentials", "sasl.jaas.config", "Authorization", "cookie", "fs.oss.accessKeySecret"),
    *(
        "fs.azure.account.key.x.blob.core.windows.net",
        "basic.auth.user.info",
        "密码",
        "登录密码",
        "口令",
        "密码1",
    ),
]
OTHER_NAMES = [
    *(
        "password_min_len",
        "password_policy",
        "password_updated_at",
        "token_type",
        "token_count",
        "max_tokens",
    ),
    *(
        "tokenizer",
        "author",
        "authority",
        "passport",
        "passport_no",
        "passenger",
        "secretary",
        "bypass",
        "compass",
    ),
    *(
        "key",
        "primary_key",
        "sort_key",
        "partition.key",
        "key.converter",
        "keyword",
        "keyspace",
        "customer_sk",
    ),
    *(
        "task",
        "disk",
        "mask",
        "monkey",
        "pass_rate",
        "user",
        "username",
        "host",
        "credentials.source",
        "ak_code",
    ),
    *("密码长度", "密码强度", "凭证类型", ""),
]


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_a_name_of_a_secret_is_known(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_a_name_that_only_resembles_one_is_not(name: str) -> None:
    assert not is_secret_name(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jdbc:mysql://root:S3c!@h.cn:3306/crm?useSSL=no", "jdbc:mysql://***@h.cn:3306/crm?useSSL=no"),
        (
            "jdbc:mysql://h:3306/crm?user=root&password=S3c&x=1",
            "jdbc:mysql://h:3306/crm?user=root&password=***&x=1",
        ),
        (
            "jdbc:sqlserver://h:1433;user=sa;password=S3c!;database=c",
            "jdbc:sqlserver://h:1433;user=sa;password=***;database=c",
        ),
        ("jdbc:oracle:thin:scott/S3c@//h:1521/x", "jdbc:oracle:thin:***@//h:1521/x"),
        ("mongodb://u:S3c@h1:27017,h2:27017/db", "mongodb://***@h1:27017,h2:27017/db"),
        ("redis://:S3/c@h:6379/0", "redis://***@h:6379/0"),
        ("https://S3c@h/a", "https://***@h/a"),
        ("create user a identified by 'S3c' account lock", "create user a identified by *** account lock"),
        (
            "CREATE USER a IDENTIFIED BY S3c DEFAULT TABLESPACE x",
            "CREATE USER a IDENTIFIED BY *** DEFAULT TABLESPACE x",
        ),
        ("alter role a with login password 'S3c'", "alter role a with login password ***"),
        ("SET PASSWORD FOR a = PASSWORD('S3c');", "SET PASSWORD FOR a = PASSWORD(***);"),
        ("credentials 'aws_secret_access_key=S3c'", "credentials ***"),
        ('{"password": "S3\\"c", "host": "h"}', '{"password": "***", "host": "h"}'),
        ("{user: a, password: S3c, host: h}", "{user: a, password: ***, host: h}"),
        ("  password: S3c word # why", "  password: ***"),
        ("password=S3c, word", "password=***"),
        ("密码：S3c", "密码：***"),
        ("'connector' = 'jdbc', 'password' = 'S3c'", "'connector' = 'jdbc', 'password' = '***'"),
        (
            "sqoop import --username a --password S3c --table t",
            "sqoop import --username a --password *** --table t",
        ),
        ("mysql -h h -uroot -pS3c db", "mysql -h h -uroot -p*** db"),
        ("curl -u admin:S3c http://h/x", "curl -u *** http://h/x"),
        ('"Authorization": "Basic dXNlcjpwYXNz"', '"Authorization": "***"'),
        ("-H 'X: Bearer abcdefgh12345678'", "-H 'X: Bearer ***'"),
        ('<property name="password" value="S3c"/>', '<property name="password" value="***"/>'),
        (
            "<name>a.ConnectionPassword</name><value>S3c</value>",
            "<name>a.ConnectionPassword</name><value>***</value>",
        ),
        ('sasl.jaas.config=X required password="S3c";', "sasl.jaas.config=***"),
        (
            "-----BEGIN PRIVATE KEY-----\nS3c\n-----END PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----",
        ),
        ("id LTAI5tAbCdEfGhIj and AKIAIOSFODNN7EXAMPLE and AKIDz8krbsJ5yKBZ", "id *** and *** and ***"),
        ("x = 'kJ8sd7Hs2Lq9Zx4Vb1Nm6Tp3'", "x = '***'"),
        ("sign 0123456789abcdef0123456789abcdef", "sign ***"),
        ("https://h/a/kJ8sd7Hs2Lq9Zx4Vb1Nm6Tp3/b", "https://h/a/***/b"),
        ("hash $2a$10$7JB720yubVSZvUI0rEqK/.VqGOZTH.ulu33dHOiBE8ByOhJIrdAu2", "hash ***"),
    ],
)
def test_a_secret_is_taken_out_and_the_address_stays(text: str, expected: str) -> None:
    assert expected == without_credentials(text)


@pytest.mark.parametrize(
    "text",
    [
        "git@github.com:a/b",
        "ssh://git@h/x",
        "abfss://box@account.dfs.core.windows.net/x",
        "http://h:8080/a@b?mail=x@y.cn",
        "password: ${DB_PASSWORD}",
        '"password": "$$secret$$"',
        "jdbc:mysql://${USER}:${PASS}@h/crm",
        "password: {{ var.value.password }}",
        "password:",
        "select password from users where a = 1",
        "password varchar(64) not null",
        "insert into dwd_customer_order_detail_2024_snapshot select CustomerAddressLine1Hash from ods",
        "rm-2ze4f8k1r8o1r2n9x.mysql.rds.aliyuncs.com",
        "s3://my-bucket-2024/warehouse/ods_crm_v2/dt=2024-01-01",
        "550e8400-e29b-41d4-a716-446655440000",
        "mobile varchar(20) comment '手机号'",
    ],
)
def test_a_text_without_a_secret_stays_as_it_is(text: str) -> None:
    assert text == without_credentials(text)


def test_two_hundred_planted_secrets_are_gone() -> None:
    shapes = (
        "password: {}\n",
        '"secretKey": "{}",\n',
        "x=jdbc:mysql://u:{}@h/d\n",
        "export DB_PWD={}\n",
        "create user u identified by '{}';\n",
    )
    secrets = [f"canary-{number}-pw!" for number in range(200)]
    text = "".join(shapes[number % len(shapes)].format(secret) for number, secret in enumerate(secrets))
    cleaned = without_credentials(text)
    assert [secret for secret in secrets if secret in cleaned or secret[:-1] in cleaned] == []
