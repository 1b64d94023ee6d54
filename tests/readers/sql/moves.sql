INSERT INTO city_report (city, members)
SELECT city, count(id)
FROM member
WHERE status = 'live' GROUP BY city;

INSERT INTO member_copy
SELECT *
FROM member;

SELECT 1;

SELEC broken FROM member INTO nowhere(;
