CREATE VIEW slim_members AS SELECT m.*, 'cn' AS origin FROM member m;
