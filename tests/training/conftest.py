"""The scripts of training/ import each other by bare names, as they do when run; they need torch only where they train.

The tokenizer of letters is that of the tests of attribution.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "training"), str(ROOT / "tests")]
