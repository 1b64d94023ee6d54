"""No user, password or signature stays in an address, and paths that only look like one stay whole."""

import pytest

from kuajing.lineage.endpoints import file_place, server_place


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("jdbc:oracle:thin:u/pw@//h:1521/x", "h:1521/x"),
        ("jdbc:oracle:thin:u/pw@h:1521:orcl", "h:1521:orcl"),
        ("jdbc:oracle:thin:@h:1521:orcl", "h:1521:orcl"),
        ("mysql://u:p/w@h:3306/d", "h:3306/d"),
        ("mysql://u:p?w@h:3306/d", "h:3306/d"),
        ("mongodb://u:p,w@h,i:27017/d", "h,i:27017/d"),
        ("jdbc:mysql:loadbalance://u:pw@h,u:pw@i/d", "h,i/d"),
        ("jdbc:mysql://(host=h,port=3306,user=u,password=pw)/d", "h:3306/d"),
        ("jdbc:sqlserver://h;user=u;password=pw;databaseName=d", "h/d"),
        ("jdbc:db2://h:5000/d:user=u;password=pw;", "h:5000/d"),
        ("jdbc:odd:h;user=u;password=pw", "jdbc:odd:h;"),
    ],
)
def test_the_address_of_a_server_keeps_no_user_or_password(url: str, address: str) -> None:
    assert server_place(url).address == address


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("https://u:p/w@h/x", "https://h/x"),
        ("https://k.s3.amazonaws.com/x?X-Amz-Signature=pw&a=1", "https://k.s3.amazonaws.com/x"),
        ("https://h:8080/a@b", "https://h:8080/a@b"),
        ("s3://k/user=3/x.parquet", "s3://k/user=3/x.parquet"),
        ("abfss://c@a.dfs.core.windows.net/x", "abfss://c@a.dfs.core.windows.net/x"),
    ],
)
def test_a_uri_keeps_its_path_and_container_but_no_credentials(uri: str, address: str) -> None:
    assert file_place(uri).address == address
