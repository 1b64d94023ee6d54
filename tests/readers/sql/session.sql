USE ods;
CREATE TEMPORARY TABLE tmp AS SELECT id, phone FROM crm.member;
INSERT INTO dw.people (id, phone) SELECT id, upper(phone) FROM tmp;
