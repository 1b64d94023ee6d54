create external table ods.u (
  id bigint comment '编号',
  tags map<string, array<int>>,
  addr struct<city: string comment '城市', zip: string> comment '地址'
) comment '用户'
partitioned by (dt string comment '日期', hr int)
stored as parquet
location 'oss://bucket/u/'
tblproperties ('comment' = 'other');
create table ${db}.x like ods.u;
create view v (a comment '甲', b) as select id, addr from ods.u;
