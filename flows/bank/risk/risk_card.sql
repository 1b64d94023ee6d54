-- 风险卡名单：一小时内境外交易次数过多的卡
CREATE MATERIALIZED VIEW risk_card AS
WITH hourly AS (
  SELECT card_no,
         date_trunc('hour', txn_time) AS txn_hour,
         count(*) AS txn_count
  FROM txn_event
  GROUP BY card_no, date_trunc('hour', txn_time)
)
SELECT card_no,
       CASE WHEN max(txn_count) > 20 THEN 'H' ELSE 'L' END AS risk_grade
FROM hourly
GROUP BY card_no;
