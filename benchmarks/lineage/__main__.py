"""Holds kuajing beside other lineage engines: `python -m benchmarks.lineage MEASURE... --mirror DIR [--work DIR]`.

The golden tests of the peers are read where they stand: DIR holds checkouts of them as `datahub/`, `sqllineage/`, `ol/`
(OpenLineage), `flink-sql-lineage/` and `sqlglot/`, and real SQL as `corpora/DIALECT/REPOSITORY/`. Each peer is installed
into an environment of its own under the work folder, which takes minutes the first time.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.lineage.accuracy import print_accuracy
from benchmarks.lineage.engines import ENGINES
from benchmarks.lineage.environments import install
from benchmarks.lineage.speed import print_speed, sample
from benchmarks.lineage.star import print_star
from benchmarks.lineage.suites import LABELLED, SUITES, write_suites
from benchmarks.lineage.warehouses import print_warehouses

_MEASURES = ("cases", "accuracy", "speed", "star", "warehouses")


def main() -> int:
    asked = _arguments()
    asked.work.mkdir(parents=True, exist_ok=True)
    if asked.measures == ["warehouses"]:
        return 0 if print_warehouses(asked.mirror / "corpora", asked.warehouses) else 1
    install(asked.work)
    suites = write_suites(asked.mirror, asked.work)
    holds = True
    if "accuracy" in asked.measures:
        labelled = {suite: suites[suite] for suite in asked.suites if suite in LABELLED}
        holds &= print_accuracy(labelled, asked.engines, asked.work)
    if "speed" in asked.measures:
        cases = sample([suites["corpora"], suites["tpc"]], asked.statements)
        holds &= print_speed(cases, asked.engines, asked.work, asked.rounds, asked.cache)
    if "star" in asked.measures:
        holds &= print_star(asked.work)
    if "warehouses" in asked.measures:
        holds &= print_warehouses(asked.mirror / "corpora", asked.warehouses)
    return 0 if holds else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "measures", nargs="+", choices=_MEASURES, metavar="MEASURE", help=", ".join(_MEASURES)
    )
    parser.add_argument("--mirror", type=Path, required=True, help="the folder of the checkouts")
    parser.add_argument("--work", type=Path, default=Path("build/benchmarks"))
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--suites", nargs="+", choices=SUITES, default=SUITES)
    parser.add_argument(
        "--statements", type=int, default=150, help="about how many statements speed is taken on"
    )
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--cache", type=Path, help="a folder where kuajing may keep its answers")
    parser.add_argument(
        "--warehouses", nargs="+", default=[], metavar="DIALECT/REPOSITORY", help="further ones under corpora"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
