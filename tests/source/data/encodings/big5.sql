-- 客戶資料表
create table 客戶 (姓名 varchar(64));
