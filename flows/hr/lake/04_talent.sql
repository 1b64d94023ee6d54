-- 人才平台：绩效结果（保留最近两个年度），一次读取写入两张表
CREATE TABLE IF NOT EXISTS ads_hr.talent_review (
  emp_no      STRING COMMENT '工号',
  review_year INT    COMMENT '考核年度',
  rating      STRING COMMENT '考核等级'
) USING parquet COMMENT '人才平台绩效';

CREATE TABLE IF NOT EXISTS ads_hr.rating_share (
  review_year INT    COMMENT '考核年度',
  rating      STRING COMMENT '考核等级',
  staff_count BIGINT COMMENT '人数'
) USING parquet COMMENT '绩效分布';

FROM ods_hr.performance_review
INSERT OVERWRITE TABLE ads_hr.talent_review
  SELECT emp_no, review_year, rating
  WHERE review_year >= YEAR(CURRENT_DATE) - 1
INSERT OVERWRITE TABLE ads_hr.rating_share
  SELECT review_year, rating, COUNT(*)
  GROUP BY review_year, rating;
