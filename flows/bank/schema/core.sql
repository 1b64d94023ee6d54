-- 核心系统：客户与卡账户
CREATE TABLE `cust_info` (
  `cust_no` varchar(20) NOT NULL COMMENT '客户号',
  `cust_name` varchar(100) NOT NULL COMMENT '客户姓名',
  `id_no` varchar(18) DEFAULT NULL COMMENT '身份证号码',
  `gender` char(1) DEFAULT NULL COMMENT '性别',
  `birth_date` date DEFAULT NULL COMMENT '出生日期',
  `mobile` varchar(20) DEFAULT NULL COMMENT '手机号码',
  `email` varchar(128) DEFAULT NULL COMMENT '电子邮箱',
  `residence_addr` varchar(255) DEFAULT NULL COMMENT '居住地址',
  `cust_level` tinyint DEFAULT NULL COMMENT '客户等级',
  `cust_status` char(1) NOT NULL DEFAULT 'A' COMMENT '客户状态：A正常 C销户',
  `open_date` date NOT NULL COMMENT '开户日期',
  PRIMARY KEY (`cust_no`),
  UNIQUE KEY `uk_id_no` (`id_no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='客户信息表';

CREATE TABLE `card_account` (
  `card_no` varchar(19) NOT NULL COMMENT '银行卡号',
  `cust_no` varchar(20) NOT NULL COMMENT '客户号',
  `acct_no` varchar(24) NOT NULL COMMENT '账号',
  `card_product` varchar(8) NOT NULL COMMENT '卡产品代码',
  `card_status` char(1) NOT NULL DEFAULT '1' COMMENT '卡状态：1正常 2挂失 3注销',
  `open_date` date NOT NULL COMMENT '开卡日期',
  PRIMARY KEY (`card_no`),
  KEY `idx_cust_no` (`cust_no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='卡账户表';
