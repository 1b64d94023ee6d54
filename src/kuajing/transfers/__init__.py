"""Crossings of one handler to one recipient for one purpose, with the facts the law asks for."""

from kuajing.transfers.assemble import Assembled, assemble, prepare
from kuajing.transfers.counting import Tally
from kuajing.transfers.group_volumes import Parallel, parallels
from kuajing.transfers.outlook import Outlook, outlooks
from kuajing.transfers.party_facts import zone_area
from kuajing.transfers.prepared import Prepared
from kuajing.transfers.tallies import tallies

__all__ = [
    "Assembled",
    "Outlook",
    "Parallel",
    "Prepared",
    "Tally",
    "assemble",
    "outlooks",
    "parallels",
    "prepare",
    "tallies",
    "zone_area",
]
