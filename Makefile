# Two commands do everything on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python

.PHONY: demo test office bench model trust lint format docs clean

# The program and the tools that check it, installed once.
$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,office]'
	@touch $@

demo: $(VENV)/installed
	@bash tests/demo.sh $(BIN)/minqing

test: $(VENV)/installed
	$(RUN) -m pytest

# What LibreOffice makes of the Word and Excel files, where it is installed.
office: $(VENV)/installed
	OFFICE_TESTS=1 $(RUN) -m pytest tests/e2e/test_office.py

# Ratios to bare Python; BENCH=--large measures 97 000 walks too, BENCH='--profile list' tells where time goes.
bench: $(VENV)/installed
	$(RUN) -m benchmarks $(BENCH)

# What was planted and found, tried and survived: the figures of trust, as they are printed.
trust: $(VENV)/installed
	$(RUN) -m benchmarks.trust $(TRUST)

# What classifies a sentence: learned.json, from rules.yaml and examples.tsv in minqing/classify/data, and sayings.json,
# from endings.tsv and roles.tsv.
model: $(VENV)/installed
	$(RUN) -m benchmarks.classify.train

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# What is generated from the program's own tables: settings, commands, problem codes.
docs: $(VENV)/installed
	$(RUN) -m tests.write_docs

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
