#!/bin/bash
# hive -e "select commented from out"
APP=gmall
do_date=$(date -d '-1 day' +%F)
hive=/opt/hive/bin/hive
dwd="
set hive.exec.dynamic.partition=true;
insert overwrite table ${APP}.dwd_user partition(dt='$do_date')
select id, \`name\` from ${APP}.ods_user where dt='$do_date' ${extra};
"
case $1 in
"dwd") $hive -e "$dwd" ;;
esac
count=$(mysql -h crm -Ne "select count(*) from member")
psql -d dw <<-'SQL'
	copy member from 's3://bucket/$1'
	SQL
echo "select 1 from dual" | sqlplus -s /nolog
sqoop import --query 'select * from orders where dt = 1 and $CONDITIONS'
ssh etl "beeline -e \"select a from b\""
curl -X POST -d '{"name": "sink", "config": {}}' http://connect:8083
cat > job.yaml <<EOF
env: ${ENV}
EOF
echo "select one from the list"
