-- 支付系统：卡交易与跨境汇款
CREATE TABLE `card_txn` (
  `txn_id` bigint NOT NULL COMMENT '交易流水号',
  `card_no` varchar(19) NOT NULL COMMENT '银行卡号',
  `txn_amt` decimal(18,2) NOT NULL COMMENT '交易金额',
  `txn_ccy` char(3) NOT NULL COMMENT '交易币种',
  `txn_time` datetime NOT NULL COMMENT '交易时间',
  `mcc` char(4) DEFAULT NULL COMMENT '商户类别码',
  `merchant_country` char(3) DEFAULT NULL COMMENT '商户所在国家',
  `device_id` varchar(64) DEFAULT NULL COMMENT '设备标识',
  `client_ip` varchar(45) DEFAULT NULL COMMENT '客户端IP',
  `resp_code` char(2) DEFAULT NULL COMMENT '应答码',
  PRIMARY KEY (`txn_id`),
  KEY `idx_card_time` (`card_no`, `txn_time`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='卡交易流水表';

CREATE TABLE `remittance_order` (
  `remit_no` varchar(32) NOT NULL COMMENT '汇款编号',
  `remitter_name` varchar(100) NOT NULL COMMENT '汇款人姓名',
  `remitter_acct` varchar(24) NOT NULL COMMENT '汇款人账号',
  `remitter_addr` varchar(255) DEFAULT NULL COMMENT '汇款人地址',
  `payee_name` varchar(100) NOT NULL COMMENT '收款人姓名',
  `payee_acct` varchar(34) NOT NULL COMMENT '收款人账号',
  `payee_bank_swift` char(11) NOT NULL COMMENT '收款行SWIFT代码',
  `remit_amt` decimal(18,2) NOT NULL COMMENT '汇款金额',
  `remit_ccy` char(3) NOT NULL COMMENT '汇款币种',
  `submit_time` datetime NOT NULL COMMENT '提交时间',
  PRIMARY KEY (`remit_no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='跨境汇款订单表';
