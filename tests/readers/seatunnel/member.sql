CREATE TABLE crm.member (id BIGINT, phone VARCHAR(20));
