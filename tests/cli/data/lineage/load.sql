-- one statement of each kind of fate
INSERT OVERWRITE TABLE dwd.member PARTITION (dt)
SELECT id, concat(substr(phone, 1, 3), '****'), md5(idcard), day
FROM ods.member WHERE ok = 1;

INSERT INTO mart.contacts SELECT phone FROM ods.a, ods.b;

INSERT INTO FILES('path' = 's3://bucket/out/', 'aws.s3.region' = 'us-west-2')
SELECT uid, max(paid) AS most FROM dwd.orders GROUP BY uid;

SELECT count(*) AS n, max(a.x) FROM a JOIN b ON a.id = b.id;

SET x = 1;

DELETE frm (((;
