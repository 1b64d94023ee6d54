CREATE TABLE member (id INT, phone STRING) USING parquet
LOCATION 'oss://${BUCKET}/member';
