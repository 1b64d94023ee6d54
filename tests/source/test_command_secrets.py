"""A shell command is shown as written, but for the secrets in it."""

import pytest

from kuajing.source.command_secrets import without_command_secrets


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("PGPASSWORD=pw1 psql -h h.us -p 5432", "PGPASSWORD=*** psql -h h.us -p 5432"),
        ("export PGPASSWORD=pw1; psql -h h", "export PGPASSWORD=***; psql -h h"),
        ("curl -u u:pw1 https://u:pw1@h/x?token=pw1&a=1", "curl -u *** https://***@h/x?token=***&a=1"),
        ("curl -uu:pw1 -b s=pw1 --oauth2-bearer pw1 h", "curl -u*** -b *** --oauth2-bearer *** h"),
        ('curl -H "Authorization: Bearer pw1" h', 'curl -H "Authorization: ***" h'),
        ("curl -H'X-Auth: pw1' h", "curl -H'X-Auth: ***' h"),
        ("mysql -uroot -ppw1 -P3307 -h h d", "mysql -uroot -p*** -P3307 -h h d"),
        ("sudo sshpass -p pw1 ssh -p 22 u@h", "sudo sshpass -p *** ssh -p 22 u@h"),
        ("/opt/send --password pw1 --api-key=pw1", "/opt/send --password *** --api-key=***"),
        ("mongoimport -u u -p pw1", "mongoimport -u u -p ***"),
        ("redis-cli -h h -a pw1", "redis-cli -h h -a ***"),
        ("openssl enc -pass pass:pw1 | cat > /x", "openssl enc -pass *** | cat > /x"),
        ("sqlplus u/pw1@h/d", "sqlplus ***@h/d"),
        ('bash -c "PGPASSWORD=pw1 psql -h h"', 'bash -c "PGPASSWORD=*** psql -h h"'),
        ('psql "host=h password=pw1 dbname=d"', 'psql "host=h password=*** dbname=d"'),
        ("smbclient //h/x -U u%pw1", "smbclient //h/x -U ***"),
    ],
)
def test_a_secret_is_blotted_and_the_rest_stays(command: str, shown: str) -> None:
    assert without_command_secrets(command) == shown


@pytest.mark.parametrize(
    "command",
    [
        "aws s3 cp - s3://us-hr/staff.csv --region us-east-1",
        "mkdir -p /data && tar -cf - x | ssh -p 22 u@h 'cat > /x'",
        "mysql -u root -p $PW -h h",
        "gzip -9 > /out/x.gz",
        "",
    ],
)
def test_a_command_without_secrets_stays_as_written(command: str) -> None:
    assert without_command_secrets(command) == command
