hive -e "
insert overwrite table dw.user
select mobile, '$day' from ods.member $tail"
