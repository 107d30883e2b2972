# Everything you need is one of these; each sets itself up. `make help` lists them.
# The programs they use go into .venv, exactly those that the requirements files name, checked by hash.

PYTHON ?= python3
OFFICE ?= .
FORMAT ?= text
DAYLIGHT := .venv/bin/python -m daylight
PIP := .venv/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input
UV := .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --python-version 3.11 $(if $(UPGRADE),--upgrade) pyproject.toml
export PYTHONPATH := $(CURDIR)/generator

.PHONY: help site sites serve check new describe release verify rules screenshots test bench lock messages clean
.DELETE_ON_ERROR:

help:
	@echo "make check    say what must be put right in data/, and how"
	@echo "make site     check, then build the whole site into site/"
	@echo "make sites    check and build South Yorkshire and every office in examples/"
	@echo "make serve    show the site in your browser, and again after every save"
	@echo "make new      write a record to fill in: make new KIND=award KEY=sy-a072"
	@echo "make describe after adding a CSV table or a column to data/: describe it for other programs"
	@echo "make release  freeze what is published today in data/releases/, to be committed"
	@echo "make verify   check a published site against its manifest: make verify SITE=https://data.example.org/"
	@echo "make test     run the tests, on all cores (ARGS=... goes to pytest)"
	@echo "make bench    measure Daylight beside other generators (ARGS=... goes to benchmarks/run.py)"
	@echo "make screenshots  take the pictures in docs/screenshots/ anew"
	@echo "make rules    write docs/rules.md, the table of every rule, anew"
	@echo "make lock     write the requirements files anew from pyproject.toml (UPGRADE=1: newest versions)"
	@echo "make messages bring the catalogue of the site's texts up to date, for translators"
	@echo "make clean    delete everything that these commands made, .venv too"
	@echo "Add OFFICE=FOLDER for another office, TODAY=2026-04-01 for the site of another day,"
	@echo "ADDRESS=https://… where the site will be published, if that is not what data/publisher.yml says."

site: .venv/.runtime
	@$(DAYLIGHT) build "$(OFFICE)" $(if $(TODAY),--today $(TODAY)) $(if $(ADDRESS),--address "$(ADDRESS)")

# Every office of this repository: South Yorkshire into site/, the examples into site/ of their own folders.
sites: .venv/.runtime
	@for office in . examples/*/; do echo "$$office"; $(DAYLIGHT) build "$$office" $(if $(TODAY),--today $(TODAY)) || exit 1; done

serve: .venv/.runtime
	@$(DAYLIGHT) serve "$(OFFICE)"

check: .venv/.runtime
	@$(DAYLIGHT) check "$(OFFICE)" --format $(FORMAT)

new: .venv/.runtime
	@$(DAYLIGHT) new $(KIND) $(KEY) --office "$(OFFICE)"

describe: .venv/.runtime
	@$(DAYLIGHT) describe "$(OFFICE)"

release: .venv/.runtime
	@$(DAYLIGHT) release "$(OFFICE)" $(if $(TODAY),--today $(TODAY)) $(if $(ADDRESS),--address "$(ADDRESS)")

verify: .venv/.runtime
	@$(DAYLIGHT) verify "$(or $(SITE),$(OFFICE)/site)"

test: .venv/.dev
	@.venv/bin/python -m pytest -n auto $(ARGS)

bench: .venv/.bench
	@.venv/bin/python benchmarks/run.py $(ARGS)

lock: .venv/bin/uv
	@$(UV) --output-file requirements.txt
	@$(UV) --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(subst pyproject.toml,benchmarks/requirements.in,$(UV)) --output-file benchmarks/requirements.txt

rules: .venv/.dev
	@.venv/bin/python -m tests.cases.table

screenshots: .venv/.dev
	@.venv/bin/python -m tests.screenshots

messages: .venv/.runtime
	@.venv/bin/pybabel --quiet extract --mapping-file generator/daylight/locale/babel.cfg --omit-header --add-location=file \
		--sort-output --keyword _ --keyword N_ --keyword ngettext:1,2 --output-file generator/daylight/locale/daylight.pot generator/daylight
	@.venv/bin/pybabel --quiet update --input-file generator/daylight/locale/daylight.pot --output-dir generator/daylight/locale --domain daylight \
		--omit-header --no-fuzzy-matching --ignore-obsolete --width 120

clean:
	@rm -rf .venv .cache site site.next site.ready examples/*/.cache examples/*/site examples/*/site.next examples/*/site.ready .pytest_cache .ruff_cache .hypothesis
	@find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# A half-made .venv has no pip, so that the next run makes it again.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Daylight needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo missing)."; \
		echo "Install it, or name another: make $(firstword $(MAKECMDGOALS)) PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.txt | .venv/bin/pip
	@echo "Installing what Daylight needs into .venv; this happens once." >&2
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

# requirements-dev.txt holds everything that requirements.txt holds, in the same versions.
.venv/.dev: requirements-dev.txt requirements.txt | .venv/bin/pip
	@echo "Installing what the tests need into .venv; this happens once." >&2
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch .venv/.runtime $@

.venv/.bench: benchmarks/requirements.txt .venv/.dev
	@echo "Installing what the benchmarks need into .venv; this happens once." >&2
	@$(PIP) install --require-hashes -r benchmarks/requirements.txt
	@touch $@

.venv/bin/uv: | .venv/bin/pip
	@$(PIP) install uv
