"""How right each engine is on each suite, and what kuajing missed.

Every golden counts as it stands; beside that stands the figure without the goldens of `doubted.json`, which are wrong
or ask for a habit of their engine.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.lineage.engines import answers
from benchmarks.lineage_cases import Score, compare, faults, read_cases

WANTED = {"datahub": 0.985, "sqllineage": 0.99, "openlineage": 0.99, "flink": 0.95}
_LIMIT = 900.0
_HOME = {
    "datahub": ("datahub",),
    "sqllineage": ("sqllineage-sqlfluff", "sqllineage-non-validating"),
    "openlineage": ("openlineage",),
}
_HEAD = (
    "| suite | engine | column F1 | exact | without doubted goldens | table F1 | failed | silent misses"
    " | needless unresolved | wanted |"
)
_DOUBTED: Mapping[str, Mapping[str, str]] = json.loads(
    Path(__file__).with_name("doubted.json").read_text(encoding="utf-8")
)


def print_accuracy(suites: Mapping[str, Path], engines: Sequence[str], work: Path) -> bool:
    """The table of scores; whether kuajing reaches what is wanted of it."""
    print(_HEAD + "\n" + "| --- " * _HEAD.count("| ") + "|")
    holds = True
    for suite, path in suites.items():
        cases = read_cases(path)
        for engine in engines:
            score, sound, misses = Score(), Score(), []
            for case, answer in zip(cases, answers(engine, cases, work, _LIMIT), strict=True):
                compare(case, answer, score)
                misses += missed(case, answer, _DOUBTED.get(suite, {}).get(case["id"]))
                if case["id"] not in _DOUBTED.get(suite, {}):
                    compare(case, answer, sound)
            holds &= engine != "kuajing" or sound.edges.f1 >= WANTED[suite]
            print(_row(suite, engine, score, sound), flush=True)
            folder = work / "misses"
            folder.mkdir(exist_ok=True)
            (folder / f"{suite}.{engine}.txt").write_text("\n".join(misses), encoding="utf-8")
    return holds


def _row(suite: str, engine: str, score: Score, sound: Score) -> str:
    ours = engine == "kuajing"
    cells = [
        suite,
        f"{engine} (home)" if engine in _HOME.get(suite, ()) else engine,
        f"{score.edges.f1:.3f}",
        f"{score.exact}/{score.labelled}",
        f"{sound.edges.f1:.3f} {sound.exact}/{sound.labelled}",
        f"{score.tables.f1:.3f}",
        f"{score.failed / max(1, score.cases):.1%}",
        f"{score.silent}" if ours else "",
        f"{score.needlessly_unresolved}" if ours else "",
        _verdict(WANTED[suite], score, sound) if ours else "",
    ]
    return "| " + " | ".join(cells) + " |"


def _verdict(wanted: float, score: Score, sound: Score) -> str:
    if score.edges.f1 >= wanted:
        return f"{wanted} holds"
    return f"{wanted} {'holds without doubted goldens' if sound.edges.f1 >= wanted else 'fails'}"


def missed(case: Mapping[str, Any], answer: Mapping[str, Any], doubt: str | None) -> list[str]:
    """What an answer lacks and has too much, as lines to read; none where all is as wanted."""
    differences = faults(case, answer)
    if not differences and not answer.get("error"):
        return []
    return [
        f"--- {case['id']} ({case['dialect']}){f' DOUBTED: {doubt}' if doubt else ''}",
        case["sql"].strip(),
        f"  schema {case['schema'] if len(case['schema']) <= 6 else sorted(case['schema'])}",
        f"  defaults {case['default_db']} {case['default_schema']}",
        *(f"  {line}" for line in differences),
        f"  unresolved {answer.get('unresolved')}",
        f"  error {answer.get('error') or 'none'}\n",
    ]
