-- 反欺诈特征：先归并交易主体，再拼装特征宽表
CREATE TABLE IF NOT EXISTS dws.txn_party (
  txn_id    bigint COMMENT '交易流水号',
  party_key string COMMENT '主体归并键'
) COMMENT '交易主体归并'
STORED AS ORC;

-- 植入的缺陷：评估范围只含令牌化的客户号，这里用身份证号码归并主体，随后随特征表出境。
-- Planted fault: the assessment covers a token of the customer number; this step takes the identity number as the
-- key, and the feature table carries it abroad.
INSERT OVERWRITE TABLE dws.txn_party
SELECT t.txn_id,
       COALESCE(u.id_no, t.cust_no) AS party_key
FROM dwd.txn_abroad t
LEFT JOIN ods.cust_info u
  ON t.cust_no = u.cust_no;

CREATE TABLE IF NOT EXISTS ads.fraud_feature (
  txn_id           bigint        COMMENT '交易流水号',
  cust_token       string        COMMENT '客户号令牌',
  match_key        string        COMMENT '主体归并键',
  txn_amt          decimal(18,2) COMMENT '交易金额',
  txn_time         string        COMMENT '交易时间',
  mcc              string        COMMENT '商户类别码',
  merchant_country string        COMMENT '商户所在国家',
  device_id        string        COMMENT '设备标识',
  client_ip        string        COMMENT '客户端IP',
  risk_grade       string        COMMENT '风险等级'
) COMMENT '反欺诈特征宽表'
STORED AS TEXTFILE;

WITH graded AS (
  SELECT card_no, MAX(risk_grade) AS risk_grade
  FROM ods.risk_card
  GROUP BY card_no
)
INSERT OVERWRITE TABLE ads.fraud_feature
SELECT t.txn_id,
       udf_token(t.cust_no),
       p.party_key,
       t.txn_amt,
       t.txn_time,
       t.mcc,
       t.merchant_country,
       t.device_id,
       t.client_ip,
       g.risk_grade
FROM dwd.txn_abroad t
JOIN dws.txn_party p
  ON t.txn_id = p.txn_id
LEFT JOIN graded g
  ON t.card_no = g.card_no;
