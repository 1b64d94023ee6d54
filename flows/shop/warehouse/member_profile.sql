-- 会员画像：每日全量
-- 植入的缺陷：jobs/profile_to_backup.json 把这张表备份到 cn-hongkong，没有申报。
-- Planted fault: jobs/profile_to_backup.json copies this table to cn-hongkong, and nobody declared it.
INSERT OVERWRITE TABLE dws_member_profile
SELECT real_name, mobile, member_level
FROM ods_crm_customer
WHERE dt = '${bizdate}';

-- 广告人群：近期活跃会员
-- 植入的缺陷：jobs/audience_to_ads.json 把手机号散列后发往新加坡，没有申报；散列后仍是个人信息。
-- Planted fault: jobs/audience_to_ads.json hashes the phone numbers and sends them to Singapore, and nobody declared
-- it; hashed, they stay personal.
INSERT OVERWRITE TABLE dws_ad_audience
SELECT mobile
FROM dws_member_profile
WHERE member_level >= 2;
