#!/bin/bash
HOST=localhost
curl -X PUT http://$HOST:8083/connectors/members/config -H "Content-Type: application/json" -d '{
  "connector.class": "io.debezium.connector.mysql.MySqlConnector",
  "database.hostname": "crm.shop.example",
  "database.password": "kanarienvogel4711",
  "topic.prefix": "crm",
  "table.include.list": "shop.member"
}'
curl -s -X POST http://$HOST:8083/connectors -d @- <<BODY
{"name": "search", "config": {"connector.class": "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
  "connection.url": "http://${ES_HOST}:9200", "topics": "crm.shop.member"}}
BODY
