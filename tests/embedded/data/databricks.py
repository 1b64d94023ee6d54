# Databricks notebook source
df = spark.sql("select a from b")

# COMMAND ----------

# MAGIC %sql
# MAGIC insert into t
# MAGIC select * from s

# COMMAND ----------

# MAGIC %md select a from prose
