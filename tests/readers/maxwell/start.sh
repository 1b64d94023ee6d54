#!/bin/sh
docker run -it --rm zendesk/maxwell bin/maxwell --user=maxwell \
  --password=canary-of-maxwell --host=10.0.0.5 --producer=rabbitmq \
  --rabbitmq_host=mq.hq.example --rabbitmq_pass "canary-of-maxwell" --rabbitmq_exchange maxwell
