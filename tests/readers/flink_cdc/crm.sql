-- The tables that pipelines beside this file follow.
CREATE TABLE member (id BIGINT, phone VARCHAR(20) COMMENT '手机号', mail VARCHAR(80), region VARCHAR(20));
