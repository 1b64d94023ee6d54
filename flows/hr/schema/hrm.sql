-- 人力资源系统
CREATE TABLE `employee` (
  `emp_no` varchar(16) NOT NULL COMMENT '工号',
  `emp_name` varchar(64) NOT NULL COMMENT '员工姓名',
  `gender` char(1) DEFAULT NULL COMMENT '性别',
  `birth_date` date DEFAULT NULL COMMENT '出生日期',
  `id_card_no` varchar(18) DEFAULT NULL COMMENT '身份证号码',
  `mobile` varchar(20) DEFAULT NULL COMMENT '手机号码',
  `work_email` varchar(128) DEFAULT NULL COMMENT '工作邮箱',
  `dept_code` varchar(16) DEFAULT NULL COMMENT '部门代码',
  `job_title` varchar(64) DEFAULT NULL COMMENT '职务',
  `job_grade` varchar(8) DEFAULT NULL COMMENT '职级',
  `hire_date` date DEFAULT NULL COMMENT '入职日期',
  `emp_status` char(1) NOT NULL DEFAULT 'A' COMMENT '在职状态',
  PRIMARY KEY (`emp_no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='员工信息表';

CREATE TABLE `performance_review` (
  `review_id` bigint NOT NULL AUTO_INCREMENT COMMENT '主键',
  `emp_no` varchar(16) NOT NULL COMMENT '工号',
  `review_year` int NOT NULL COMMENT '考核年度',
  `rating` char(1) DEFAULT NULL COMMENT '考核等级',
  PRIMARY KEY (`review_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='员工绩效考核表';

CREATE TABLE `health_check` (
  `check_id` bigint NOT NULL AUTO_INCREMENT COMMENT '主键',
  `emp_no` varchar(16) NOT NULL COMMENT '工号',
  `check_date` date NOT NULL COMMENT '体检日期',
  `conclusion` varchar(500) DEFAULT NULL COMMENT '体检结论',
  PRIMARY KEY (`check_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='员工体检表';

CREATE TABLE `applicant` (
  `applicant_id` bigint NOT NULL AUTO_INCREMENT COMMENT '主键',
  `applicant_name` varchar(64) NOT NULL COMMENT '应聘者姓名',
  `mobile` varchar(20) NOT NULL COMMENT '手机号码',
  `email` varchar(128) DEFAULT NULL COMMENT '电子邮箱',
  `education` varchar(32) DEFAULT NULL COMMENT '学历',
  `resume_url` varchar(255) DEFAULT NULL COMMENT '简历',
  `id_card_image` varchar(255) DEFAULT NULL COMMENT '身份证照片',
  `apply_position` varchar(64) DEFAULT NULL COMMENT '应聘岗位',
  PRIMARY KEY (`applicant_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='应聘者信息表';
