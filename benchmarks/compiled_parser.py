"""What a compiled sqlglot would change: `python benchmarks/compiled_parser.py [REQUESTS.jsonl]...`.

Run it once with sqlglot alone and once with sqlglotc beside it, and compare: the digest stands for every answer byte for
byte. Then statements nested ever deeper are read, each in a process of its own, to see which depth kills it.
"""

import gc
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import sqlglot.parser
from benchmarks.lineage_cache import of_files, of_tests
from sqlglot._version import __version__

from kuajing.lineage.movement import answered
from kuajing.lineage.request import Request
from kuajing.lineage.written import written

ROUNDS = 3
DEPTHS = (100, 149, 400, 1_000, 5_000)
SHAPES = {
    "brackets": ("SELECT ", "(", "a", ")", " FROM t"),
    "subqueries": ("SELECT a FROM ", "(SELECT a FROM ", "t", ")", ""),
    "calls": ("INSERT INTO q SELECT ", "upper(", "a", ")", " FROM t"),
    "cases": ("INSERT INTO q SELECT ", "CASE WHEN a THEN b ELSE ", "a", " END", " FROM t"),
    "signs": ("INSERT INTO q SELECT ", "- ", "a", "", " FROM t"),
    "nots": ("INSERT INTO q SELECT a FROM t WHERE ", "NOT ", "a", "", ""),
    "sums": ("INSERT INTO q SELECT ", "a + ", "a", "", " FROM t"),
    "unions": ("INSERT INTO q ", "SELECT a FROM t UNION ALL ", "SELECT a FROM t", "", ""),
    "withs": ("INSERT INTO q ", "WITH x AS (", "SELECT 1", ") SELECT * FROM x", ""),
    "types": ("CREATE TABLE q (a ", "ARRAY<", "INT", ">", ")"),
    "selects": ("INSERT INTO q SELECT ", "(SELECT ", "a", ")", " FROM t"),
    "lambdas": ("INSERT INTO q SELECT transform(a, ", "x -> ", "x", "", ") FROM t"),
}
"""What stands ahead, what is repeated, what stands innermost, what closes, what stands behind."""


def read(request: Request) -> bytes:
    return written(answered(request).statements)


def fate(shape: str, depth: int) -> str:
    done = subprocess.run(  # noqa: S603  this file
        [sys.executable, __file__, "--deep", shape, str(depth)], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if done.returncode == 0 else f"killed ({done.returncode})"


def deep(shape: str, depth: int) -> str:
    ahead, opens, innermost, closes, behind = SHAPES[shape]
    text = ahead + opens * depth + innermost + closes * depth + behind
    return " ".join(
        dict.fromkeys(
            statement.fate
            for dialect in ("mysql", "hive")
            for statement in answered(Request(text, dialect, with_queries=True)).statements
        )
    )


def main() -> None:
    asked = [*of_tests(), *of_files()]
    gc.set_threshold(50_000, 20, 50)
    digest = sha256(b"\n".join(map(read, asked))).hexdigest()
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for request in asked:
            answered(request)
        best = min(best, time.process_time() - started)
    print(f"sqlglot {__version__}, {Path(sqlglot.parser.__file__ or '').suffix}, {len(asked)} texts")
    print(f"answers {digest[:16]}, {1000 * best / len(asked):.2f} ms of processor time a text\n")
    print("| shape | " + " | ".join(map(str, DEPTHS)) + " |\n" + "| --- " * (len(DEPTHS) + 1) + "|")
    for shape in SHAPES:
        print(f"| {shape} | " + " | ".join(fate(shape, depth) for depth in DEPTHS) + " |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--deep"]:
        print(deep(sys.argv[2], int(sys.argv[3])))
    else:
        main()
