-- 香港分行客户转介名单
CREATE TABLE IF NOT EXISTS ads.hk_referral STORED AS ORC AS
SELECT cust_name,
       mobile,
       email,
       cust_level
FROM ods.cust_info
WHERE cust_level >= 5
  AND cust_status = 'A';
