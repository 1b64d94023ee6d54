INSERT INTO last_stop (a, b, c, d) SELECT * FROM abroad_members;
