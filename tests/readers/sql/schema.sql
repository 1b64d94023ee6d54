-- 会员库
CREATE TABLE `member` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT COMMENT '编号',
  `phone` varchar(20) DEFAULT NULL COMMENT '手机号',
  `id_card` char(18) COMMENT '身份证号',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB COMMENT='会员表';

CREATE TABLE city_report (city varchar(40), members int);
INSERT INTO city_report VALUES ('上海', 3);
