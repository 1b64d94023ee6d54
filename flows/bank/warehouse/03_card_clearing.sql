-- 卡组织清算文件
CREATE TABLE IF NOT EXISTS ads.card_clearing (
  txn_id   bigint        COMMENT '交易流水号',
  card_no  string        COMMENT '银行卡号',
  txn_amt  decimal(18,2) COMMENT '交易金额',
  txn_ccy  string        COMMENT '交易币种',
  txn_time string        COMMENT '交易时间',
  mcc      string        COMMENT '商户类别码'
) COMMENT '卡组织清算明细'
STORED AS TEXTFILE;

INSERT OVERWRITE TABLE ads.card_clearing
SELECT txn_id, card_no, txn_amt, txn_ccy, txn_time, mcc
FROM dwd.txn_abroad;
