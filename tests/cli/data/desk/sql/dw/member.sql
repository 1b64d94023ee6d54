CREATE TABLE ods_customer (id BIGINT, real_name STRING, mobile STRING, status INT);

INSERT OVERWRITE TABLE member
SELECT id, real_name, mobile FROM ods_customer WHERE status = 1;
