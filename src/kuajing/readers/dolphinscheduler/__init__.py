"""Exports of DolphinScheduler: workflows whose tasks hold jobs and statements of other formats."""

from kuajing.readers.dolphinscheduler.exports import recognises
from kuajing.readers.dolphinscheduler.facts import movement, structure
from kuajing.readers.seams import Reader

DOLPHINSCHEDULER = Reader("dolphinscheduler", recognises, structure, movement)
