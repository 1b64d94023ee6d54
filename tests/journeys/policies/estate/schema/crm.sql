CREATE TABLE customer (
  id BIGINT,
  real_name VARCHAR(64) COMMENT '姓名',
  mobile VARCHAR(20) COMMENT '手机号',
  email VARCHAR(128) COMMENT '邮箱'
);
CREATE TABLE account (
  id BIGINT,
  real_name VARCHAR(64) COMMENT '姓名',
  bank_card VARCHAR(32) COMMENT '银行卡号'
);
