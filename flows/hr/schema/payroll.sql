-- 薪酬库
CREATE TABLE salary_item (
  emp_no varchar(16) NOT NULL,
  pay_month char(6) NOT NULL,
  base_salary numeric(12,2) NOT NULL,
  bonus numeric(12,2),
  PRIMARY KEY (emp_no, pay_month)
);
COMMENT ON TABLE salary_item IS '工资明细';
COMMENT ON COLUMN salary_item.emp_no IS '工号';
COMMENT ON COLUMN salary_item.pay_month IS '工资月份';
COMMENT ON COLUMN salary_item.base_salary IS '基本工资';
COMMENT ON COLUMN salary_item.bonus IS '奖金';

CREATE TABLE bank_card (
  emp_no varchar(16) PRIMARY KEY,
  bank_card_no varchar(19) NOT NULL
);
COMMENT ON TABLE bank_card IS '员工工资卡';
COMMENT ON COLUMN bank_card.emp_no IS '工号';
COMMENT ON COLUMN bank_card.bank_card_no IS '银行卡号';

-- 当前有效的工资与发放账户
CREATE VIEW v_pay_line AS
SELECT s.emp_no,
       s.pay_month,
       s.base_salary + COALESCE(s.bonus, 0) AS gross_pay,
       b.bank_card_no
FROM salary_item s
JOIN bank_card b
  ON s.emp_no = b.emp_no;
