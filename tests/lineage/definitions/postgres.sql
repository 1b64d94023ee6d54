create table s.t (id bigserial primary key, name varchar(20) not null, key text, constraint c unique (id));
comment on column s.t.name is '姓名';
comment on table s.t is '客户';
alter table s.t add column phone text, add column if not exists x int;
create view v as select id, upper(name) as n from s.t;
create table w as select * from s.t;
create view u as select * from nobody_knows;
create server far foreign data wrapper postgres_fdw options (host 'pg.example', port '5433', dbname 'shop');
create foreign table f (id int) server far options (table_name 'f');
