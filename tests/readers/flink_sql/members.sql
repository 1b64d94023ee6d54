SET 'table.local-time-zone' = 'Asia/Shanghai';
CREATE TABLE member (id BIGINT, phone STRING)
WITH ('connector' = 'mysql-cdc', 'hostname' = 'crm.shop.example', 'port' = '3306', 'username' = 'u', 'password' = 'p',
  'database-name' = 'crm', 'table-name' = 'member_cn');
CREATE TABLE us_member (id BIGINT, phone STRING)
WITH ('connector' = 'jdbc', 'url' = 'jdbc:postgresql://pg.us.example:5432/dw?user=u&password=p', 'table-name' = 'ods.member');
CREATE TABLE events (id BIGINT, phone STRING)
WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'k1.sg.example:9092', 'topic' = 'member-changes');
CREATE TABLE more_events WITH ('topic' = 'member-more') LIKE events;
BEGIN STATEMENT SET;
INSERT INTO us_member SELECT id, MD5(phone) FROM member;
INSERT INTO events SELECT id, phone FROM default_catalog.default_database.member;
END;
EXECUTE STATEMENT SET BEGIN
INSERT INTO more_events SELECT id, phone FROM member;
END;
