create table t (a string) row format delimited fields terminated by '';
