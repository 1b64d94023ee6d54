sql = "insert into dw.user\nselect mobile from ods.member"
sql += " where day = {day}"
spark.sql(sql)
