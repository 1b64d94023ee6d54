CREATE TABLE src (id INT, phone STRING) WITH ('connector'='jdbc','url'='jdbc:mysql://cn-a.example:3306/x','table-name'='member');
CREATE TABLE dst (id INT, phone STRING) WITH ('connector'='jdbc','url'='jdbc:mysql://us-a.example:3306/x','table-name'='member');
INSERT INTO dst SELECT id, phone FROM src;
