-- 明细层：境外交易明细，卡与客户关联
CREATE VIEW IF NOT EXISTS dwd.v_active_card AS
SELECT a.card_no, a.cust_no, a.card_product
FROM ods.card_account a
WHERE a.card_status = '1';

CREATE TABLE IF NOT EXISTS dwd.txn_abroad (
  txn_id           bigint        COMMENT '交易流水号',
  card_no          string        COMMENT '银行卡号',
  cust_no          string        COMMENT '客户号',
  txn_amt          decimal(18,2) COMMENT '交易金额',
  txn_ccy          string        COMMENT '交易币种',
  txn_time         string        COMMENT '交易时间',
  mcc              string        COMMENT '商户类别码',
  merchant_country string        COMMENT '商户所在国家',
  device_id        string        COMMENT '设备标识',
  client_ip        string        COMMENT '客户端IP'
) COMMENT '境外卡交易明细'
STORED AS ORC;

INSERT OVERWRITE TABLE dwd.txn_abroad
SELECT t.txn_id,
       t.card_no,
       c.cust_no,
       t.txn_amt,
       t.txn_ccy,
       t.txn_time,
       t.mcc,
       t.merchant_country,
       t.device_id,
       t.client_ip
FROM ods.card_txn t
JOIN dwd.v_active_card c
  ON t.card_no = c.card_no
WHERE t.merchant_country <> 'CHN'
  AND t.resp_code = '00';
