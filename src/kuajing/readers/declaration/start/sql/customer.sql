-- 客户表：在上海收集
CREATE TABLE ods.customer (
  id BIGINT COMMENT '主键',
  name STRING COMMENT '姓名',
  mobile STRING COMMENT '手机号',
  email STRING COMMENT '电子邮箱',
  level INT COMMENT '会员等级'
) COMMENT '客户';

-- 美国数仓中的客户维表，通过 JDBC 写入
CREATE TABLE ods.dim_customer (
  id BIGINT COMMENT '主键',
  name STRING COMMENT '姓名',
  mobile STRING COMMENT '手机号',
  email STRING COMMENT '电子邮箱',
  level INT COMMENT '会员等级'
)
USING jdbc
OPTIONS (
  url 'jdbc:postgresql://support-dw.c1a2b3c4d5e6.us-east-1.rds.amazonaws.com:5432/prod',
  dbtable 'dim_customer'
);

-- 这一条把客户资料送往美国，供客服使用
INSERT INTO ods.dim_customer
SELECT id, name, mobile, email, level
FROM ods.customer;

-- 新加坡广告库中的人群表，通过 JDBC 写入
CREATE TABLE ods.ad_audience (
  mobile STRING COMMENT '手机号'
)
USING jdbc
OPTIONS (
  url 'jdbc:postgresql://audience.c6d5e4f3a2b1.ap-southeast-1.rds.amazonaws.com:5432/ads',
  dbtable 'ad_audience'
);

-- 这一条把手机号写入新加坡，没有人申报过：请在 flows 中申报，或者删除
INSERT INTO ods.ad_audience
SELECT mobile
FROM ods.customer;
