-- MySQL: keys are no columns, comments hold anything
CREATE TABLE `会员` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT COMMENT '编号',
  `phone` varchar(64) DEFAULT 'a,b' COMMENT '手机号; it''s (一)',
  `key` varchar(5),
  amount decimal(10,2) CHECK (amount > 0 and amount < 5),
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk` (`phone`),
  FULLTEXT INDEX ff (`key`)
) ENGINE=InnoDB COMMENT='会员表';
ALTER TABLE 会员 CHANGE COLUMN phone mobile varchar(20) COMMENT '手机', ADD (a int, b text COMMENT '备注'), DROP COLUMN c, ADD INDEX (a);
CREATE TABLE copy LIKE 会员;
USE crm;
CREATE TABLE IF NOT EXISTS t (a int);
CREATE TABLE there (a int) ENGINE=FEDERATED CONNECTION='mysql://user:password@db.example:3306/shop/t';
INSERT INTO t VALUES (1);
