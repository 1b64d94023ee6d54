CREATE TABLE abroad_members AS SELECT * FROM slim_members;
