CREATE TABLE IF NOT EXISTS ods_crm_customer (
  id bigint COMMENT '主键',
  real_name string COMMENT '客户姓名',
  mobile string COMMENT '手机号',
  email string COMMENT '电子邮箱',
  member_level int COMMENT '会员等级'
) COMMENT '客户贴源表' PARTITIONED BY (dt string COMMENT '日期分区');

CREATE TABLE IF NOT EXISTS ods_fr_customer (
  customer_name string COMMENT '法国客户姓名',
  email string COMMENT '电子邮箱',
  visits int COMMENT '到店次数'
) COMMENT '法国门店客户贴源表' PARTITIONED BY (dt string COMMENT '日期分区');

CREATE TABLE IF NOT EXISTS dws_member_profile (
  real_name string COMMENT '客户姓名',
  mobile string COMMENT '手机号',
  member_level int COMMENT '会员等级'
) COMMENT '会员画像';

CREATE TABLE IF NOT EXISTS dws_ad_audience (
  mobile string COMMENT '手机号'
) COMMENT '广告人群包';

CREATE TABLE IF NOT EXISTS dws_fr_loyalty (
  customer_name string COMMENT '法国客户姓名',
  email string COMMENT '电子邮箱',
  visits int COMMENT '到店次数',
  member_name string COMMENT '会员姓名'
) COMMENT '法国客户忠诚度';
