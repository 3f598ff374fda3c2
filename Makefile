# Two commands matter: `make demo` and `make test`. Both set up what they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RECORD := build/demo.sqlite
FOEDERA := $(BIN)/foedera

.PHONY: demo test lint types check lock clean benchmarks pictures

demo: $(VENV)/run.stamp  ## read the example documents and show what the record then knows
	@mkdir -p build && rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	$(FOEDERA) read examples --manifest examples/manifest.csv --record $(RECORD)
	$(FOEDERA) claims --no-baseline --record $(RECORD)
	$(FOEDERA) status "EU-Japan SPA" --on 2020-01-01 --record $(RECORD)
	$(FOEDERA) status "EU-Japan SPA" --on 2025-02-01 --record $(RECORD)
	$(FOEDERA) timeline Japan EU --from 2018 --record $(RECORD)
	$(FOEDERA) verify --record $(RECORD)

test: $(VENV)/dev.stamp  ## run the tests, with a browser and a PostgreSQL of their own where these can be had
	scripts/with_services.sh $(BIN)/python -m pytest

lint: $(VENV)/dev.stamp  ## style and the rooms' order
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/dev.stamp  ## types
	$(BIN)/mypy

check: lint types test  ## all of the above

benchmarks: $(VENV)/dev.stamp  ## speed and quality, measured; see benchmarks/README.md
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/quality.py

pictures: $(VENV)/dev.stamp  ## draw the pictures of the documentation anew
	$(BIN)/python scripts/draw_pictures.py
	$(BIN)/python scripts/draw_pages.py

lock: $(VENV)/dev.stamp  ## resolve the dependencies anew
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements/base.in -o requirements/base.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements/dev.in -o requirements/dev.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements/ftm.in -o requirements/ftm.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements/llm.in -o requirements/llm.lock

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "foedera needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 demo"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; rm -rf $(VENV); exit 2; }

$(VENV)/run.stamp: requirements/base.lock pyproject.toml | $(VENV)/bin/python
	@echo "Setting up foedera in $(VENV) (a few minutes the first time) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/run.stamp
	@echo "Setting up what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/ftm.lock 2>/dev/null || \
		echo "followthemoney cannot be installed here (it builds against ICU); its tests will be skipped by name."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/llm.lock 2>/dev/null || \
		echo "langextract cannot be installed here; the tests of asking a language model will be skipped by name."
	@touch $@
