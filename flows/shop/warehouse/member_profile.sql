-- 会员画像：每日全量
INSERT OVERWRITE TABLE dws_member_profile
SELECT real_name, mobile, member_level
FROM ods_crm_customer
WHERE dt = '${bizdate}';

-- 广告人群：近期活跃会员
INSERT OVERWRITE TABLE dws_ad_audience
SELECT mobile
FROM dws_member_profile
WHERE member_level >= 2;
