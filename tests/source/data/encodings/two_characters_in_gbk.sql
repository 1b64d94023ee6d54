dir int comment 'Ŀ¼'
