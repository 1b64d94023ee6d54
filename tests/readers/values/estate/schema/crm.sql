CREATE TABLE customer (id bigint COMMENT '编号', phone varchar(20) COMMENT '手机号');
