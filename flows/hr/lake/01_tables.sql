-- 湖仓贴源层
CREATE TABLE IF NOT EXISTS ods_hr.employee (
  emp_no     STRING COMMENT '工号',
  emp_name   STRING COMMENT '员工姓名',
  work_email STRING COMMENT '工作邮箱',
  dept_code  STRING COMMENT '部门代码',
  job_title  STRING COMMENT '职务',
  job_grade  STRING COMMENT '职级',
  hire_date  STRING COMMENT '入职日期',
  emp_status STRING COMMENT '在职状态'
) USING parquet COMMENT '员工贴源表';

CREATE TABLE IF NOT EXISTS ods_hr.pay_line (
  emp_no       STRING COMMENT '工号',
  pay_month    STRING COMMENT '工资月份',
  gross_pay    DECIMAL(12,2) COMMENT '应发工资',
  bank_card_no STRING COMMENT '银行卡号'
) USING parquet COMMENT '工资发放贴源表';

CREATE TABLE IF NOT EXISTS ods_hr.health_check (
  emp_no     STRING COMMENT '工号',
  check_date STRING COMMENT '体检日期',
  conclusion STRING COMMENT '体检结论'
) USING parquet COMMENT '员工体检贴源表';

CREATE TABLE IF NOT EXISTS ods_hr.performance_review (
  emp_no      STRING COMMENT '工号',
  review_year INT    COMMENT '考核年度',
  rating      STRING COMMENT '考核等级'
) USING parquet COMMENT '绩效考核贴源表';
