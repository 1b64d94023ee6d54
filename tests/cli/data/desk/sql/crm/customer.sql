CREATE TABLE customer (
  id BIGINT PRIMARY KEY,
  real_name VARCHAR(50) COMMENT '姓名',
  mobile VARCHAR(20) COMMENT '手机号',
  status INT COMMENT '启用状态'
) COMMENT '客户';
