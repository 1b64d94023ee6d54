create procedure dbo.p as
begin
  set nocount on;
  insert into dbo.b select x from dbo.c;
end
GO
insert into dbo.a select 1
go 2
select 1
