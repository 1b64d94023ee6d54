CREATE TABLE k (
  id BIGINT,
  phone STRING,
  ts AS PROCTIME(),
  WATERMARK FOR rt AS rt - INTERVAL '5' SECOND,
  PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'kafka', 'properties.bootstrap.servers' = 'k1.example:9092', 'topic' = 't');
