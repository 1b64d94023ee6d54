#!/bin/bash
hive -e "
INSERT INTO dw.sent
SELECT id, phone FROM dw.member
"
