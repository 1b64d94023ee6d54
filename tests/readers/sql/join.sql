CREATE TABLE a (id int, name varchar(9));
CREATE TABLE b (id int, name varchar(9));
INSERT INTO t (n) SELECT name FROM a JOIN b ON a.id = b.id;
