"""Select the file from the list, then update the table."""

import textwrap

from airflow.providers.apache.hive.operators.hive import HiveOperator
from airflow.providers.postgres.hooks.postgres import PostgresHook


def nightly(spark, day, columns, rows):
    sql = "select u.mobile, '\u00e9' as 姓名, 'it\\'s' " \
          "from ods.user u where dt = '%s'" % day
    if columns:
        sql += f" and {', '.join(columns)} = {day!r:>10}"
    sql = sql + " limit 10"
    spark.sql(sql)
    moved = ("insert into dwd.user\n"  # a comment between two literals
             "select * from ods.user")
    built = textwrap.dedent("""
        create table {name} as
        select a from {source:>5}
    """).format(name="x", source=rows)
    PostgresHook("crm").get_records("select 1 from crm.member {}".format(moved))
    return "\n".join(["select a", "from b", "where " + built])


load = HiveOperator(task_id="load", hql="insert overwrite table a select * from {{ params.t }}")
by_file = HiveOperator(task_id="file", hql="hql/load.hql")
settings = '{"job": {"content": []}}'
table_env.execute_sql("create table k (a int) with ('connector' = 'kafka')")
parser.add_argument("--columns", help="Select columns from the input")
