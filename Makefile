# Everything you need is one of these; each sets itself up. `make help` lists them.
# The programs they use go into .venv, exactly those that the requirements files name, checked by hash.

PYTHON ?= python3
OFFICE ?= .
FORMAT ?= text
DAYLIGHT := .venv/bin/python -m daylight
PIP := .venv/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input
export PYTHONPATH := $(CURDIR)/generator

.PHONY: help site serve check explain fix tidy new due workbook import review forms editors hooks describe release verify init upgrade test clean
.DELETE_ON_ERROR:

help::
	@echo "make check    say what must be put right in data/, and how"
	@echo "make site     check, then build the whole site into site/"
	@echo "make serve    show the site in your browser, and again after every save"
	@echo "make explain  say what a message means, with examples: make explain CODE=SIO-3F"
	@echo "make fix      make the safe corrections that make check proposes"
	@echo "make tidy     write all records in one form, so that later changes are small"
	@echo "make new      write a record to fill in: make new KIND=award KEY=sy-a072"
	@echo "make due      say what is due in the next four weeks, and what is overdue"
	@echo "make workbook write the records as an Excel file, to add to and to correct: make workbook KIND=award"
	@echo "make import   take a workbook or another spreadsheet: make import FILE=awards.xlsx"
	@echo "make review   say what you have changed since main, and what it does"
	@echo "make forms    write the forms on GitHub anew, when a fund or a priority was added"
	@echo "make editors  have VS Code and others explain and complete records; again when records were added"
	@echo "make hooks    have each commit looked at first, for what must not be public"
	@echo "make describe after adding a CSV table or a column to data/: describe it for other programs"
	@echo "make release  freeze what is published today in data/releases/, to be committed"
	@echo "make verify   check a published site against its manifest: make verify SITE=https://data.example.org/"
	@echo "make test     see whether everything is in order: the program here, or the site of an office"
	@echo "make init     begin the repository of a new office: make init FOLDER=../our-office"
	@echo "make upgrade  give an office this newer program: make upgrade FOLDER=../our-office"
	@echo "make clean    delete everything that these commands made, .venv too"
	@echo "Add OFFICE=FOLDER for another office, TODAY=2026-04-01 for the site of another day,"
	@echo "ADDRESS=https://… where the site will be published, if that is not what data/publisher.yml says."

site: .venv/.runtime
	@$(DAYLIGHT) build "$(OFFICE)" $(if $(TODAY),--today $(TODAY)) $(if $(ADDRESS),--address "$(ADDRESS)")

serve: .venv/.runtime
	@$(DAYLIGHT) serve "$(OFFICE)" $(if $(PORT),--port "$(PORT)")

check: .venv/.runtime
	@$(DAYLIGHT) check "$(OFFICE)" --format $(FORMAT)

explain: .venv/.runtime
	@$(DAYLIGHT) explain $(or $(CODE),$(error Say which message: make explain CODE=SIO-3F))

tidy: .venv/.runtime
	@$(DAYLIGHT) tidy "$(OFFICE)"

new: .venv/.runtime
	@$(DAYLIGHT) new $(KIND) $(if $(KEY),"$(KEY)") --office "$(OFFICE)"

fix: .venv/.runtime
	@$(DAYLIGHT) fix "$(OFFICE)"

due: .venv/.runtime
	@$(DAYLIGHT) due "$(OFFICE)" $(if $(TODAY),--today $(TODAY))

workbook: .venv/.runtime
	@$(DAYLIGHT) workbook "$(OFFICE)" $(KIND)

import: .venv/.runtime
	@$(DAYLIGHT) import "$(or $(FILE),$(error Say which file: make import FILE=awards.xlsx, or FILE="my awards.xlsx" with its spaces))" --office "$(OFFICE)" $(if $(KIND),--kind $(KIND)) $(foreach said,$(SET),--set "$(said)") $(if $(DRY),--dry-run)

review: .venv/.runtime
	@$(DAYLIGHT) review $(or $(RANGE),main..) "$(OFFICE)" $(if $(PREVIEW),--preview "$(PREVIEW)")

forms: .venv/.runtime
	@$(DAYLIGHT) forms "$(OFFICE)"

editors: .venv/.runtime
	@$(DAYLIGHT) editors "$(OFFICE)"

hooks: .venv/.runtime
	@git config core.hooksPath .githooks
	@echo "From now on each commit here is looked at first, for what must not be public."

describe: .venv/.runtime
	@$(DAYLIGHT) describe "$(OFFICE)"

release: .venv/.runtime
	@$(DAYLIGHT) release "$(OFFICE)" $(if $(TODAY),--today $(TODAY)) $(if $(ADDRESS),--address "$(ADDRESS)")

verify: .venv/.runtime
	@$(DAYLIGHT) verify "$(or $(SITE),$(OFFICE)/site)"

init: .venv/.runtime
	@$(DAYLIGHT) init "$(or $(FOLDER),$(error Say where: make init FOLDER=../our-office))" $(if $(ANSWERS),--answers "$(ANSWERS)") $(if $(LIKE),--like "$(LIKE)")

upgrade: .venv/.runtime
	@$(DAYLIGHT) upgrade "$(or $(FOLDER),$(error Say which office: make upgrade FOLDER=../our-office))" $(if $(CHANGED),--$(CHANGED))

# Where the program is developed, developing.mk has its tests and what else its people need; an office has tests of its site.
ifneq ($(wildcard developing.mk),)
include developing.mk
else
test: .venv/.runtime
	@.venv/bin/python -m unittest discover --start-directory tests

sites: site # an office has but one
endif

clean:
	@rm -rf .venv .cache site site.next site.ready examples/*/.cache examples/*/site examples/*/site.next examples/*/site.ready .pytest_cache .ruff_cache .hypothesis
	@find $(wildcard generator tests benchmarks) -name __pycache__ -type d -prune -exec rm -rf {} +

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
