SELECT concat(phone, '13800138000'), if(pin = 13800138000, a, b), if(pw = 'Canary01', a, b) FROM t;
CREATE TABLE x AS SELECT concat(phone, 'Canary02') FROM t WHERE pw = 'Canary03';
INSERT INTO z SELECT * FROM mysql('h:3306', 'db', 't', 'user', 'Canary04');
INSERT INTO q SELECT * FROM s3('https://user:Canary05@bucket.s3.amazonaws.com/x.csv', 'AKIACANARY0600000000', 'Canary06', 'CSV');
CREATE SUBSCRIPTION s CONNECTION 'host=h user=u password=Canary07' PUBLICATION p;
EXECUTE IMMEDIATE 'insert into q select c from w where p = ''Canary08''';
CREATE EXTERNAL TABLE y (a INT) LOCATION 's3://AKIACANARY0900000000:Canary09@bucket/x';
INSERT INTO y SELECT a FROM t;
INSERT INTO r VALUES ('Canary10', '13800138000');
COPY t FROM 's3://bucket/k?X-Amz-Signature=Canary11' CREDENTIALS 'aws_secret_access_key=Canary12';
SELECT * FROM t WHERE note = 'Canary13
