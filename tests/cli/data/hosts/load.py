"""Loads members; the first statement is only an example: insert into never select 1."""


def load(spark: object, day: str) -> None:
    spark.sql(
        f"""
        INSERT OVERWRITE TABLE dw.member
        SELECT id, phone
        FROM ods.member WHERE dt = '{day}'
        """
    )
    spark.sql(f"insert into dw.visits select * from dw.member where {day_filter()} and id > 0")
