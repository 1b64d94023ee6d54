"""How much of Flink CDC pipelines is understood: those with stores at both ends, and how many of their ends are placed."""

from collections import Counter
from collections.abc import Iterable

from kuajing.readers.flink_cdc.documents import End, Pipeline, followed_by, pipeline_of
from kuajing.readers.flink_cdc.ends import places_of
from kuajing.readers.flink_cdc.patterns import EVERYTHING
from kuajing.readers.settings.documents import Document, documents_of
from kuajing.source.nodes import Mapping
from kuajing.source.text import SourceText

COUNTED = ("pipelines", "read", "sources", "sources placed", "with tables", "sinks", "sinks placed")


def counted(texts: Iterable[SourceText]) -> Counter[str]:
    """The figures of all pipelines; an end that makes rows up, drops them or shows them is not counted."""
    counts: Counter[str] = Counter()
    for text in texts:
        for found in documents_of(text.path, text.text):
            counts["pipelines"] += 1
            if isinstance(found, Document) and isinstance(found.node, Mapping):
                counts["read"] += 1
                _count(pipeline_of(found.node, is_disabled=False), counts)
    return counts


def _count(pipeline: Pipeline, counts: Counter[str]) -> None:
    for source in filter(_stores, pipeline.sources):
        counts["sources"] += 1
        counts["sources placed"] += _is_placed(source)
        counts["with tables"] += followed_by(source)[0] != (EVERYTHING,)
    for sink in filter(_stores, pipeline.sinks):
        counts["sinks"] += 1
        counts["sinks placed"] += _is_placed(sink)


def _stores(end: End) -> bool:
    return not end.connector.is_made_up


def _is_placed(end: End) -> bool:
    return any(True for _ in places_of(end.keys, end.connector, {}))
