"""Queries read into relations: expressions, FROM, pivots, table functions, tables."""
