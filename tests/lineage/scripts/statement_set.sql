create table a (id int) with ('connector' = 'print');
EXECUTE STATEMENT SET
BEGIN
  INSERT INTO a SELECT 1;
  INSERT INTO b SELECT 2;
END;
BEGIN STATEMENT SET;
INSERT INTO a SELECT 1;
END;
select 1;
