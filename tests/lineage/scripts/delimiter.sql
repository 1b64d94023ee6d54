drop procedure if exists p;
DELIMITER //
create procedure p()
begin
  insert into a select 1 from b;
  if x then select 2; end if;
end //
create trigger t after insert on a for each row begin insert into c values (new.x); end //
DELIMITER ;
call p();
