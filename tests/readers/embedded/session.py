from typing import Any


def run(spark: Any, hive_hook: Any) -> None:  # noqa: ANN401
    spark.sql("create or replace temp view v as select tel as t2, 1 as one from crm.c")
    spark.sql("select 'open")
    hive_hook.get_records("insert into other (a) select t2 from v")
    spark.sql("insert into z (a) select t2 from v")
