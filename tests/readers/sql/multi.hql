CREATE EXTERNAL TABLE ods.member_file (id bigint, phone string)
PARTITIONED BY (dt string)
STORED AS ORC
LOCATION 'oss://lake-sg.oss-ap-southeast-1.aliyuncs.com/ods/member';

FROM crm.member m
INSERT OVERWRITE TABLE ods.member_file PARTITION (dt='${day}') SELECT m.id, mask_mobile(m.phone)
INSERT OVERWRITE TABLE dw.ids SELECT md5(m.id_card);

INSERT OVERWRITE DIRECTORY 'oss://AKcanary:SKcanary@lake-sg/export/member' SELECT phone FROM crm.member;
