"""Crossings of one handler to one recipient for one purpose, with the facts the law asks for."""
