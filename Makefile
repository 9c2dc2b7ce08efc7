# make demo | test | lint | bench — each makes its own environment from pinned versions.
PYTHON ?= python3
DEMO := .venv-demo
DEV := .venv
PIP_FLAGS := --quiet --disable-pip-version-check

.PHONY: demo test lint bench clean

demo: $(DEMO)/.done
	$(DEMO)/bin/layoutgen demo

test: $(DEV)/.done
	$(DEV)/bin/pytest

lint: $(DEV)/.done
	$(DEV)/bin/ruff format --check layoutgen tests benchmarks
	$(DEV)/bin/ruff check layoutgen tests benchmarks
	$(DEV)/bin/mypy
	$(DEV)/bin/lint-imports

bench: $(DEV)/.done
	$(DEV)/bin/python -m benchmarks

$(DEMO)/.done: pyproject.toml constraints.txt
	@$(PYTHON) -c "import sys, ensurepip; sys.exit(sys.version_info < (3, 11))" || { echo "Python >= 3.11 with venv is needed (Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt -e .
	@touch $@

$(DEV)/.done: pyproject.toml constraints.txt
	@$(PYTHON) -c "import sys, ensurepip; sys.exit(sys.version_info < (3, 11))" || { echo "Python >= 3.11 with venv is needed (Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(DEV)
	$(DEV)/bin/python -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"
	$(DEV)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt -e . --group dev
	@touch $@

clean:
	rm -rf $(DEMO) $(DEV) build dist
