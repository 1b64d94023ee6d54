CREATE TABLE dwd.member (member_id BIGINT, phone_masked STRING, idcard_hash STRING) PARTITIONED BY (dt STRING);
