-- 总部人员编制
CREATE OR REPLACE VIEW dwd_hr.v_active_employee AS
SELECT emp_no, emp_name, work_email, dept_code, job_title, job_grade, hire_date
FROM ods_hr.employee
WHERE emp_status = 'A';

CREATE TABLE IF NOT EXISTS ads_hr.headcount USING parquet AS
SELECT * FROM dwd_hr.v_active_employee;
