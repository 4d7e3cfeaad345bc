# The everyday commands. CI runs the same ones.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE_DAYS := 2026-03-04 2026-03-05 2026-03-06
ZENSICAL := .cache/zensical

.PHONY: setup site test way-out zensical lint reference lock clean

setup: .venv/installed

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Digest needs Python 3.11 or newer; say which with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q digest
	@touch $@

site: setup
	@for day in $(SAMPLE_DAYS); do $(BIN)/digest build --feeds feeds --date $$day --offline || [ $$? -eq 3 ] || exit 1; done
	@echo "The site is in site/. Look at it with: $(BIN)/digest serve"

test: setup
	$(BIN)/python tests/browser.py
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

# The way out of MkDocs 1.x: ProperDocs makes the same bytes, Zensical (in a place of its own) readable pages.
way-out: setup zensical
	PATH="$(CURDIR)/$(ZENSICAL)/bin:$$PATH" $(BIN)/pytest tests/site/test_way_out.py tests/site/test_site_build.py

zensical: $(ZENSICAL)/installed

$(ZENSICAL)/installed: Makefile
	$(PYTHON) -m venv $(ZENSICAL)
	$(ZENSICAL)/bin/python -m pip install --quiet --disable-pip-version-check zensical==0.0.73
	@touch $@

lint: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/mypy

# The reference pages are made from the code; a test holds them equal.
reference: setup
	$(BIN)/python -m digest.reference

# Needs uv; writes one file good for Python 3.11 to 3.14, with hashes and without index addresses.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate requirements.in -o requirements.txt

clean:
	rm -rf site state docs/index.md docs/stories docs/days docs/people docs/outlets docs/topics docs/sources docs/corrections docs/data
