# What those who work on the program need besides. An office's repository has no such file.

UV := .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --python-version 3.11 $(if $(UPGRADE),--upgrade) pyproject.toml

.PHONY: sites bench lock rules guide screenshots messages

help::
	@echo "For those who work on the program:"
	@echo "make sites    check and build South Yorkshire and every office in examples/"
	@echo "make test     takes ARGS=... for pytest, and uses all cores"
	@echo "make bench    measure Daylight beside other generators (ARGS=... goes to benchmarks/run.py)"
	@echo "make screenshots  take the pictures in docs/screenshots/ anew"
	@echo "make guide    live through the guide for staff anew: its answers, and its pictures"
	@echo "make rules    write docs/rules.md, the table of every rule, and the examples of messages anew"
	@echo "make lock     write the requirements files anew from pyproject.toml (UPGRADE=1: newest versions)"
	@echo "make messages bring the catalogue of the site's texts up to date, for translators"

# Every office of this repository: South Yorkshire into site/, the examples into site/ of their own folders.
sites: .venv/.runtime
	@for office in . examples/*/; do echo "$$office"; $(DAYLIGHT) build "$$office" $(if $(TODAY),--today $(TODAY)) || exit 1; done

test: .venv/.dev
	@.venv/bin/python -m pytest -n auto $(ARGS)

bench: .venv/.bench
	@.venv/bin/python benchmarks/run.py $(ARGS)

lock: .venv/bin/uv
	@$(UV) --output-file requirements.txt
	@$(UV) --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(subst pyproject.toml,benchmarks/requirements.in,$(UV)) --output-file benchmarks/requirements.txt

rules: .venv/.dev
	@.venv/bin/python -m tests.cases.table && .venv/bin/python -m tests.cases.messages

guide: .venv/.dev
	@.venv/bin/python -m tests.guide accept pictures

screenshots: .venv/.dev
	@.venv/bin/python -m tests.screenshots

messages: .venv/.runtime
	@.venv/bin/pybabel --quiet extract --mapping-file generator/daylight/locale/babel.cfg --omit-header --add-location=file \
		--sort-output --keyword _ --keyword N_ --keyword ngettext:1,2 --output-file generator/daylight/locale/daylight.pot generator/daylight
	@.venv/bin/pybabel --quiet update --input-file generator/daylight/locale/daylight.pot --output-dir generator/daylight/locale --domain daylight \
		--omit-header --no-fuzzy-matching --ignore-obsolete --width 120

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
