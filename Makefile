# Two commands: `make dashboard` opens the tracker, `make test` checks it. Needed: Python 3.11+ with venv, make, git.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: dashboard test test-all lint types unit lock clean

dashboard: $(VENV)/.run
	$(BIN)/tracker dashboard

test: lint types unit

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

# A file's tests stay together, since they share what is extracted once for all of them.
unit: $(VENV)/.dev
	$(BIN)/pytest -n auto --dist loadfile

test-all: lint types
	$(BIN)/pytest -m ""

# The environment: locked versions with hashes, then the project itself, editable and without asking for anything more.
$(VENV)/.run: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed; this is ' + sys.version.split()[0] + '. Name another one: make PYTHON=python3.12') if sys.version_info < (3, 11) else None"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Locks for all platforms from the ranges in pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml requirements-build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	uv pip compile pyproject.toml requirements-build.in --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache
