CREATE TABLE member (
  id bigint NOT NULL COMMENT '编号',
  phone varchar(20) COMMENT '手机号',
  city varchar(40)
) ENGINE=InnoDB COMMENT='会员';
