# Everything a newcomer or a developer runs; `make` alone lists it.
# A bare Debian has to bring two packages, make and python3-venv; where uv is installed it is used, and then neither
# python3-venv nor a system Python is needed.

UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(or $(shell command -v python3 2>/dev/null),python3)
BIN := .venv/bin
READY := .venv/.ok

# uv would otherwise honour an activated environment elsewhere, and a plain `make test` must not change that one.
export UV_PROJECT_ENVIRONMENT := .venv
unexport VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help setup demo test check gate bench train lock docs clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

setup: $(READY) ## make .venv with the package and its developer tools

demo: $(READY) ## read the sample articles and show who said what
	@$(BIN)/onrecord demo

test: $(READY) ## the tests
	$(BIN)/python -m pytest -q

gate: $(READY) ## the quality gate: floors on gold data (public gold where ONRECORD_GOLD points to it)
	$(BIN)/python evaluation/gate.py

check: $(READY) ## format, lint, strict types, tests with the docs tests, quality gate
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q
	$(BIN)/python evaluation/gate.py

bench: $(READY) ## speed, memory and growth, each beside a yardstick of the same run
	$(BIN)/python bench/run.py

train: ## rebuild the shipped model from nothing (its own environment; hours)
	bash training/runs/reader.sh

docs: $(READY) ## write the generated pages anew
	$(BIN)/python docs/generate.py

lock: ## resolve the dependencies anew: uv.lock, and constraints.txt for machines without uv
	@test -n "$(UV)" || { echo "make lock: found no uv; expected it on the PATH; install uv and run this again" >&2; exit 2; }
	$(UV) lock --no-config
	$(UV) export --no-config --frozen --quiet --all-extras --no-hashes --no-emit-project --no-annotate --no-header > constraints.txt

clean: ## remove the environment, the caches and the demo
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis demo

$(READY): pyproject.toml uv.lock constraints.txt
ifneq ($(UV),)
	@echo "Setting up .venv with uv ..."
	@$(UV) sync --frozen --quiet --extra dev
else
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "make: found $$($(PYTHON) --version 2>/dev/null || echo "no $(PYTHON)"); expected Python 3.11 or newer;" \
	       "install one (Debian 12: apt-get install python3-venv) or name it: make PYTHON=python3.12 ..." >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "make: found a Python without venv; expected the venv module to make .venv with;" \
	       "run: apt-get install python3-venv" >&2; exit 2; }
	@echo "Setting up .venv with $(PYTHON) and pip (about half a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
endif
	@touch $@
