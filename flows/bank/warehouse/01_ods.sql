-- 贴源层：由同步任务每日写入
CREATE TABLE IF NOT EXISTS ods.cust_info (
  cust_no     string COMMENT '客户号',
  cust_name   string COMMENT '客户姓名',
  id_no       string COMMENT '身份证号码',
  mobile      string COMMENT '手机号码',
  email       string COMMENT '电子邮箱',
  cust_level  int    COMMENT '客户等级',
  cust_status string COMMENT '客户状态'
) COMMENT '客户信息贴源表'
STORED AS ORC;

CREATE TABLE IF NOT EXISTS ods.card_account (
  card_no      string COMMENT '银行卡号',
  cust_no      string COMMENT '客户号',
  card_product string COMMENT '卡产品代码',
  card_status  string COMMENT '卡状态'
) COMMENT '卡账户贴源表'
STORED AS ORC;

CREATE TABLE IF NOT EXISTS ods.card_txn (
  txn_id           bigint        COMMENT '交易流水号',
  card_no          string        COMMENT '银行卡号',
  txn_amt          decimal(18,2) COMMENT '交易金额',
  txn_ccy          string        COMMENT '交易币种',
  txn_time         string        COMMENT '交易时间',
  mcc              string        COMMENT '商户类别码',
  merchant_country string        COMMENT '商户所在国家',
  device_id        string        COMMENT '设备标识',
  client_ip        string        COMMENT '客户端IP',
  resp_code        string        COMMENT '应答码'
) COMMENT '卡交易流水贴源表'
STORED AS ORC;

CREATE TABLE IF NOT EXISTS ods.risk_card (
  card_no    string COMMENT '银行卡号',
  risk_grade string COMMENT '风险等级'
) COMMENT '风险卡名单贴源表'
STORED AS ORC;
