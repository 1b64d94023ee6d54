import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import hashlib
from kuajing.reports import PICTURES, REPORTS, explain_transfer, picture, transfers_text
from tests.reports.sample import ANALYSIS, NAMES
texts = [render(ANALYSIS, "both", NAMES) for render in REPORTS.values()]
texts += [draw(picture(ANALYSIS, level, "both", None, NAMES)) for draw in PICTURES.values() for level in ("system", "jurisdiction")]
texts += [transfers_text(ANALYSIS, "both", NAMES)]
texts += [explain_transfer(ANALYSIS, judgement, "both", NAMES) for judgement in ANALYSIS.judgements]
print(hashlib.sha256("".join(texts).encode()).hexdigest())
"""


def told(seed: int) -> str:
    root = Path(__file__).parents[2]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": str(seed),
        "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}",
    }
    done = subprocess.run(  # noqa: S603  our own script
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True, env=environment
    )
    return done.stdout


def test_every_report_is_the_same_bytes_under_five_hash_seeds() -> None:
    assert len({told(seed) for seed in range(5)}) == 1
