-- 薪酬外包批次：先取工资与账户，再补充姓名
CREATE TABLE IF NOT EXISTS dws_hr.pay_base USING parquet AS
WITH latest AS (
  SELECT emp_no, MAX(pay_month) AS pay_month
  FROM ods_hr.pay_line
  GROUP BY emp_no
)
SELECT p.emp_no, p.pay_month, p.gross_pay, p.bank_card_no
FROM ods_hr.pay_line p
JOIN latest l
  ON p.emp_no = l.emp_no AND p.pay_month = l.pay_month;

CREATE TABLE IF NOT EXISTS ads_hr.payroll_batch (
  emp_no       STRING COMMENT '工号',
  emp_name     STRING COMMENT '员工姓名',
  pay_month    STRING COMMENT '工资月份',
  gross_pay    DECIMAL(12,2) COMMENT '应发工资',
  bank_card_no STRING COMMENT '银行卡号',
  deduct_note  STRING COMMENT '扣款说明'
) USING parquet COMMENT '薪酬外包批次';

-- 植入的缺陷：标准合同不含健康信息，“扣款说明”却取自体检结论。
-- Planted fault: the standard contract names no health data, yet the note on deductions is the result of the health
-- check.
INSERT OVERWRITE TABLE ads_hr.payroll_batch
SELECT b.emp_no,
       e.emp_name,
       b.pay_month,
       b.gross_pay,
       b.bank_card_no,
       h.conclusion AS deduct_note
FROM dws_hr.pay_base b
JOIN dwd_hr.v_active_employee e
  ON b.emp_no = e.emp_no
LEFT JOIN ods_hr.health_check h
  ON b.emp_no = h.emp_no;
