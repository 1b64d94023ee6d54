CREATE TABLE ${ODS_DB}.member (id int, phone varchar(20));
USE ${ODS_DB:nowhere}; INSERT INTO ${DWD_DB:-dwd}.member_${SUFFIX} SELECT m.* FROM {{ ODS_DB }}.member m;
INSERT INTO ${UNKNOWN}.out SELECT phone FROM ${ODS_DB}.member WHERE d = '${day}';
INSERT INTO ${hiveconf:DWD_DB}.late SELECT phone FROM ods.member WHERE url = '${CRM_JDBC_URL}';
