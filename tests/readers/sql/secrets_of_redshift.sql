UNLOAD ('select name, phone from member where name = ''canary''') TO 's3://us-lake/out/'
CREDENTIALS 'aws_access_key_id=canary;aws_secret_access_key=canary' REGION 'us-east-1';
COPY member FROM 's3://us-lake/in/' ACCESS_KEY_ID 'canary' SECRET_ACCESS_KEY 'canary';
COPY member FROM 's3://canary:canary@us-lake/more/' FORMAT CSV;
