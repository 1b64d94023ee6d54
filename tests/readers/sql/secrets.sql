CREATE SERVER hq FOREIGN DATA WRAPPER mysql OPTIONS (USER 'canary-user', PASSWORD 'canary-word', HOST 'hq.shop.example', DATABASE 'crm');
CREATE TABLE far (id int, name varchar(9)) ENGINE=FEDERATED CONNECTION='mysql://canary-user:canary-word@hq.shop.example:3306/crm/member';
INSERT INTO far (id, name) SELECT id, concat(name, 'canary') FROM member WHERE phone = 'canary 13800138000';
INSERT INTO member (id, name, phone) VALUES (1, 'canary', 'canary');
INSERT INTO unheard SELECT concat(name, 'canary'), 'canary' FROM member;
SELECT * FROM member INTO OUTFILE '/data/out/member.csv' FIELDS TERMINATED BY 'canary';
