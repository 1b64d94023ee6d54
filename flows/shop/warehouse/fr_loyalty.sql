-- 法国客户忠诚度：与境内会员按邮箱匹配，补充会员姓名
-- 植入的缺陷：与境内会员关联一次，过境豁免即不再适用。
-- Planted fault: one join with members of the mainland, and the transit exemption is gone.
INSERT OVERWRITE TABLE dws_fr_loyalty
SELECT fr.customer_name,
       fr.email,
       fr.visits,
       m.real_name
FROM ods_fr_customer fr
LEFT JOIN ods_crm_customer m
  ON fr.email = m.email;
