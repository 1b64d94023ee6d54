create or replace procedure p is
  v int;
begin
  if v > 1 then insert into a select 1 from b; end if;
  for r in (select 1 from dual) loop null; end loop;
end p;
/
create package body q as
  procedure a is begin null; end;
  function f return int is begin return case when 1 = 1 then 2 end; end;
end q;
/
declare x int; begin x := 1; end;
/
select 1 from dual;
