"""Crossings of one handler to one recipient for one purpose, with the facts the law asks for."""

from kuajing.transfers.assemble import Assembled, Prepared, assemble, prepare

__all__ = ["Assembled", "Prepared", "assemble", "prepare"]
