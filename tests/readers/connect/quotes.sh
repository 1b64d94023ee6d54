#!/bin/bash
curl -X POST -H "Content-Type: application/json" --data @- http://connect:8083/connectors <<EOF
{
  "name": "orders",
  "config": {
    "connector.class": "io.confluent.connect.jdbc.JdbcSourceConnector",
    "connection.url": "jdbc:mysql://crm.shop.example:3306/shop",
    "table.whitelist": "orders",
    "topic.prefix": "crm_",
    "producer.override.bootstrap.servers": "kafka-bj.shop.example:9092",
    "producer.override.sasl.jaas.config": "PlainLoginModule required username=\"u\" password=\"canary\";",
    "transforms": "away",
    "transforms.away.type": "org.apache.kafka.connect.transforms.RegexRouter",
    "transforms.away.regex": "crm_(.*)",
    "transforms.away.replacement": "hq_\$1"
  }
}
EOF
