# make demo | test | lint | bench — each makes its own environment from pinned versions.
PYTHON ?= python3
DEMO := .venv-demo
DEV := .venv
BENCH := .venv-bench
PIP_FLAGS := --quiet --disable-pip-version-check
# What is installed and what builds the package: both pinned (older pips read the first for both).
PINNED := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt

define require_venv
@$(PYTHON) -c "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || { \
echo "Python >= 3.11 with venv is needed, and $(PYTHON) is not that (Debian: apt install python3-venv)." >&2; exit 1; }
endef

.PHONY: demo test lint bench clean

demo: $(DEMO)/.done
	$(DEMO)/bin/layoutgen demo

test: $(DEV)/.done
	$(DEV)/bin/pytest -n auto --dist loadfile

lint: $(DEV)/.done
	$(DEV)/bin/ruff format --check layoutgen tests benchmarks
	$(DEV)/bin/ruff check layoutgen tests benchmarks
	$(DEV)/bin/mypy
	$(DEV)/bin/lint-imports

bench: $(BENCH)/.done
	$(BENCH)/bin/python -m benchmarks

$(DEMO)/.done: pyproject.toml constraints.txt
	$(require_venv)
	$(PYTHON) -m venv --clear $(DEMO)
	$(PINNED) $(DEMO)/bin/python -m pip install $(PIP_FLAGS) -e .
	@touch $@

$(DEV)/.done: pyproject.toml constraints.txt
	$(require_venv)
	$(PYTHON) -m venv --clear $(DEV)
	$(PINNED) $(DEV)/bin/python -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"
	$(PINNED) $(DEV)/bin/python -m pip install $(PIP_FLAGS) -e . --group dev
	@touch $@

# The peers that are measured beside us come with many packages of their own: an environment apart.
$(BENCH)/.done: pyproject.toml constraints.txt
	$(require_venv)
	$(PYTHON) -m venv --clear $(BENCH)
	$(PINNED) $(BENCH)/bin/python -m pip install $(PIP_FLAGS) --upgrade "pip>=25.1"
	$(PINNED) $(BENCH)/bin/python -m pip install $(PIP_FLAGS) -e . --group bench
	@touch $@

clean:
	rm -rf $(DEMO) $(DEV) $(BENCH) build dist
