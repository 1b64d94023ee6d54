CREATE TABLE customer (id BIGINT, mobile VARCHAR(20));
