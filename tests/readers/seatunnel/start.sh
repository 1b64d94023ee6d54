#!/bin/bash
hive -e "insert overwrite table ods.copy select id from ods.member"
cat > job.conf <<EOF
env { job.mode = BATCH }
source { Jdbc { url = "jdbc:mysql://crm.shop.example:3306/crm", query = "select id from member" } }
sink { Doris { fenodes = "doris.dw.example:8030", table.identifier = "ods.member" } }
EOF
bin/seatunnel.sh -c job.conf
