-- app password: Canary24
CREATE TABLE customer (id BIGINT, mobile VARCHAR(20) DEFAULT '13900139000' COMMENT '手机号，例如 13700137000');
CREATE USER 'app'@'%' IDENTIFIED BY 'Canary25';
GRANT ALL ON crm.* TO 'app' IDENTIFIED BY 'Canary26';
INSERT INTO customer VALUES (1, '13800138000'), (2, '13600136000');
CREATE SERVER far FOREIGN DATA WRAPPER mysql OPTIONS (USER 'app', PASSWORD 'Canary27', HOST 'far.example.com');
CREATE TABLE far_customer (id INT) ENGINE=FEDERATED CONNECTION='mysql://app:Canary28@far.example.com:3306/crm/customer';
INSERT INTO member SELECT id, mobile FROM customer WHERE mobile = '13800138000' AND id_card = '110101199003070011';
COPY INTO us FROM 's3://us-exports/x?AWSAccessKeyId=AKIACANARY29CANARY29&Signature=Canary30' CREDENTIALS=(AWS_SECRET_KEY='Canary31');
SELEKT broken '13800138000' FROM customer password = 'Canary32';
SELECT * FROM customer INTO OUTFILE '/tmp/export.csv';
CALL mystery('a note', '13800138000');
SELECT 'unclosed 13800138000 Canary35 FROM customer;
