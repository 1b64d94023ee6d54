CREATE TABLE ods.member (member_id bigint, mobile string) PARTITIONED BY (dt string) STORED AS ORC;
