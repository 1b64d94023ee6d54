from typing import Any


def move(spark: Any, day: str) -> None:  # noqa: ANN401
    sql = """insert into dw.user
        select mobile from ods.member"""
    sql += f" where day = {day}"
    spark.sql(sql)
