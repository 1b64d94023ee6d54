"""Files that look like jobs and are none that can be read: they are said to be unread, never passed over."""

import re

from kuajing.model.facts import UnreadFact
from kuajing.readers.datax.facts import fault
from kuajing.readers.datax.jobs import jobs_in
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.text import SourceText

WORDS = ("reader", "writer", "content")
"""What stands in every job."""

_WORDS = tuple(re.compile(rf"\b{word}\b") for word in WORDS)


def unread_job(text: SourceText) -> UnreadFact | None:
    """Why a text that no reader recognises is no job that can be read; None where it is no job at all."""
    if not all(word in text.text for word in WORDS) or not all(word.search(text.text) for word in _WORDS):
        return None
    problem = fault(text)
    if problem is not None:
        return problem
    if any(job.reader or job.writer for job in jobs_in(parse_json(text.path, text.text))):
        return UnreadFact(Location(text.path), "unread.datax_job_shape", "file")
    return None
