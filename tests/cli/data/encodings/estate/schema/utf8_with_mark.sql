CREATE TABLE utf8_with_mark (a VARCHAR(20) COMMENT '客户手机号', b VARCHAR(64) COMMENT '收货人姓名') COMMENT '客户';
