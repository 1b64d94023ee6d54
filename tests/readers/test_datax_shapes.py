"""Jobs of any shape: never an exception, never silence, never a secret."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.model.facts import ReadFact, UnreadFact
from kuajing.readers.datax.jobs import recognises
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

FOLDER = Path(__file__).parent / "datax"
NAMES = ("pairing", "query", "files", "indexes", "loads", "transformers", "side_sql")
JOBS = tuple(json.loads((FOLDER / f"{name}.json").read_text("utf-8"), strict=False) for name in NAMES)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 99999),
    st.sampled_from(
        ["", "*", "${x}", "a,b", "'", "a.b.c", "t_[0-3]", "jdbc:mysql://", "jdbc:x:y", "://", "(", "--", "@"]
    ),
    st.text(max_size=8),
    st.lists(st.sampled_from(["*", "c", 1, None, {"index": 0}, {"name": "n"}, ["d"]]), max_size=3),
    st.dictionaries(
        st.sampled_from(["name", "index", "value", "table", "jdbcUrl"]), st.text(max_size=4), max_size=2
    ),
)


def paths(node: object, here: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [here, *(path for key, value in inside for path in paths(value, (*here, key)))]


def replaced(node: object, path: tuple[object, ...], value: object) -> object:
    if not path:
        return value
    if isinstance(node, dict):
        return {
            key: replaced(item, path[1:], value) if key == path[0] else item for key, item in node.items()
        }
    if isinstance(node, list):
        return [replaced(item, path[1:], value) if key == path[0] else item for key, item in enumerate(node)]
    return node


@st.composite
def spoilt_jobs(draw: st.DrawFn) -> str:
    job: object = draw(st.sampled_from(JOBS))
    for _ in range(draw(st.integers(1, 3))):
        job = replaced(job, draw(st.sampled_from(paths(job))), draw(VALUES))
    return json.dumps(job)


@settings(max_examples=150, deadline=None)
@given(spoilt_jobs())
def test_a_job_of_any_shape_has_one_account_and_tells_no_secret(text: str) -> None:
    facts = read_sources([SourceText("job.json", text, "utf-8", doubtful=False, digest="")], (), {})
    accounts = [
        fact
        for fact in facts
        if isinstance(fact, ReadFact) or (isinstance(fact, UnreadFact) and fact.grain == "file")
    ]
    assert len(accounts) == int(recognises("job.json", text))
    assert "canary" not in repr(facts)
