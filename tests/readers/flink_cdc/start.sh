#!/bin/bash
cat > /tmp/pipeline.yaml <<'YAML'
source:
  type: mysql
  hostname: db.shop.example
  tables: crm.member
sink:
  type: kafka
  properties.bootstrap.servers: k1.us.example:9092
YAML
flink-cdc.sh /tmp/pipeline.yaml
mysql -h db.shop.example crm -e "INSERT INTO audit SELECT id FROM member"
