CREATE TABLE src (id INT, phone STRING) WITH ('connector'='jdbc','url'='jdbc:mysql://cn-b.example:3306/x','table-name'='orders');
CREATE TABLE dst (id INT, phone STRING) WITH ('connector'='jdbc','url'='jdbc:mysql://us-b.example:3306/x','table-name'='orders');
INSERT INTO dst SELECT id, phone FROM src;
