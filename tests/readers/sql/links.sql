INSERT INTO hq.staff@hq_link (id, email) SELECT id, email FROM staff;
