print "no longer Python"
sql = """
insert into t
select a from b"""
