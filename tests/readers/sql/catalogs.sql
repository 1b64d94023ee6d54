insert into uscat.crm.member (name) select m.real_name from hive.ods.member m
