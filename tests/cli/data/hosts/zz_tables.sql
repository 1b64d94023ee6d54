CREATE TABLE dw.member (id BIGINT, phone STRING) STORED AS ORC;
CREATE TABLE dw.visits (member_id BIGINT, phone STRING) STORED AS ORC;
CREATE TABLE dw.sent (member_id BIGINT, mobile STRING) STORED AS ORC;
CREATE VIEW dw.members_again AS SELECT * FROM dw.member;
