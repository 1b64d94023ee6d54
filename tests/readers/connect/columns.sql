create table public.member (id int, name text, phone text, id_card text, city text, note text);
