"""Lets the tests of this folder share how blocks are written down."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
