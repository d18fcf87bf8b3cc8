# Everything needs only Python 3.11+ and make; the virtual environment is made on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := python

.PHONY: demo test coverage mutation bench-reading bench-checks bench-live bench-fuzz bench-histories button-windows lint samples docs clean

demo: $(VENV)/ready
	$(BIN)/xl-scorecard demo demo

# What Python compiles is kept even where it is told not to: every process of a test would compile
# the whole program again. Neighbours share what was refreshed for them, so they stay together until
# one of both has nothing left to do.
test: $(VENV)/ready
	PYTHONDONTWRITEBYTECODE= $(BIN)/$(RUN) -m pytest -n 2 --dist worksteal

# The tests, measured; fails below the floor in pyproject.toml.
coverage: $(VENV)/ready
	$(BIN)/coverage erase
	$(MAKE) test RUN="coverage run"
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

mutation: $(VENV)/ready
	$(BIN)/python benchmarks/mutation.py

# How made-up scorecards of every layout are read; the figures go into benchmarks/reading.md.
bench-reading: $(VENV)/ready
	$(BIN)/python benchmarks/reading_layouts.py --seeds 2015 --jobs 2 --write
	$(BIN)/python benchmarks/reading_layouts.py --seeds 2015 --jobs 2 --explicit --write

# What the checks find of faults put into clean scorecards; the figures go into benchmarks/checks.md.
bench-checks: $(VENV)/ready
	$(BIN)/python benchmarks/checks.py --seeds 2128 --jobs 2 --write

# Statuses held against an exact model, and against a fresh refresh after edits in LibreOffice.
bench-live: $(VENV)/ready
	$(BIN)/python benchmarks/live.py model --rows 20000
	$(BIN)/python benchmarks/live.py edits --edits 20000

# Ten thousand workbooks made odd, five thousand damaged, and three hundred histories of one: what is
# theirs must stay theirs.
bench-fuzz: $(VENV)/ready
	$(BIN)/python benchmarks/fuzz.py --mutants 10000
	$(BIN)/python benchmarks/damaged.py --copies 5000

# The button by xlwings' own Windows engine over LibreOffice's objects for Excel's macros: cells as the
# file writer's, calls within their budget. Debian's python3-uno must be for the Python in $(VENV).
button-windows: $(VENV)/ready
	$(BIN)/python benchmarks/button_windows.py

bench-histories: $(VENV)/ready
	$(BIN)/python benchmarks/histories.py --histories 300 --libreoffice

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

samples: $(VENV)/ready
	$(BIN)/python workbooks/make_samples.py

docs: $(VENV)/ready
	$(BIN)/python docs/list_checks.py

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	$(BIN)/python -m compileall -q xl_scorecard  # as pip does with what it copies
	touch $@

clean:
	rm -rf $(VENV) demo
