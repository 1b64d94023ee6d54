create table crm_customer (
  name varchar(64) comment '客户姓名',
  mobile varchar(20) comment '手机号码'
) comment '客户表';
