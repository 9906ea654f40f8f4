#!/usr/bin/env bash
# What a user's disk has to hold: the package without developer tools, in an environment of its own.
# Fails above 600 MB, or with torch in it. Needs python3-venv; takes about half a minute.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

most_megabytes=600
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt .
# pip and its kin are the environment's own, not the package's.
"$scratch/venv/bin/python" -m pip uninstall --quiet --yes setuptools pip

(cd "$scratch" && venv/bin/onrecord --version)
if [[ -n $(find "$scratch/venv" -maxdepth 5 -type d -name 'torch*') ]]; then
  echo "installed_size.sh: found torch; expected none at run time; see which dependency brings it" >&2
  exit 1
fi
megabytes=$(du -sm "$scratch/venv" | cut -f1)
echo "$megabytes MB installed, without developer tools"
du -sm "$scratch"/venv/lib/python3*/site-packages/* | sort -rn | head -5
if ((megabytes > most_megabytes)); then
  echo "installed_size.sh: found $megabytes MB; expected at most $most_megabytes MB; see which dependency has grown" >&2
  exit 1
fi
