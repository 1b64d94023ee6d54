-- 风控库：交易事件由数仓写入
CREATE TABLE txn_event (
  txn_id bigint PRIMARY KEY,
  card_no varchar(19) NOT NULL,
  txn_amt numeric(18,2) NOT NULL,
  txn_time timestamp NOT NULL
);
COMMENT ON TABLE txn_event IS '交易事件';
COMMENT ON COLUMN txn_event.txn_id IS '交易流水号';
COMMENT ON COLUMN txn_event.card_no IS '银行卡号';
COMMENT ON COLUMN txn_event.txn_amt IS '交易金额';
COMMENT ON COLUMN txn_event.txn_time IS '交易时间';
