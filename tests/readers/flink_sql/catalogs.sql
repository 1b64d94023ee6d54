CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = 'oss://hk-lake/paimon', 'fs.oss.accessKeySecret' = 'p');
CREATE CATALOG ice WITH ('type' = 'iceberg', 'catalog-type' = 'hadoop', 'warehouse' = 's3://us-lake/ice');
CREATE CATALOG crm WITH ('type' = 'jdbc', 'base-url' = 'jdbc:mysql://crm.shop.example:3306', 'default-database' = 'crm',
  'username' = 'u', 'password' = 'p');
INSERT INTO lake.ods.member SELECT id, phone FROM crm.shop.member;
INSERT INTO ice.dw.member SELECT id, phone FROM lake.ods.member;
USE CATALOG lake;
USE ods;
CREATE TABLE hudi_member (id BIGINT, phone STRING) WITH ('connector' = 'hudi', 'path' = 'obs://hk-lake/hudi/member');
INSERT INTO hudi_member SELECT id, phone FROM member;
