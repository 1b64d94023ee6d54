"""Crossings of one handler to one recipient for one purpose, with the facts the law asks for."""

from kuajing.transfers.assemble import Assembled, Prepared, assemble, prepare
from kuajing.transfers.party_facts import zone_area

__all__ = ["Assembled", "Prepared", "assemble", "prepare", "zone_area"]
