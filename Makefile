# make run    sets everything up and opens confnotes
# make test   sets everything up and runs every check
# make help   lists the rest

VENV ?= .venv
BIN := $(VENV)/bin
LOCKS := packaging/requirements
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts strings tests bench soak targets ime gallery lock wheel clean
.NOTPARALLEL:

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: $(VENV)/run.stamp ## set everything up and open confnotes (ARGS="…" for a command)
	@$(BIN)/python -m confnotes $(ARGS)

test: lint types contracts strings tests ## set everything up and run every check

lint: $(VENV)/dev.stamp ## style (ruff)
	@$(BIN)/ruff check src tests packaging
	@$(BIN)/ruff format --check --quiet src tests packaging

types: $(VENV)/dev.stamp ## types (mypy, strict)
	@$(BIN)/mypy

contracts: $(VENV)/dev.stamp ## which layer may import which (import-linter)
	@$(BIN)/lint-imports --no-logo

strings: $(VENV)/dev.stamp ## every string of the interface has its Japanese
	@$(BIN)/python packaging/translations.py check

tests: $(VENV)/dev.stamp ## the tests
	@$(BIN)/pytest -n $(WORKERS) -m "not slow and not benchmark"

bench: $(VENV)/dev.stamp ## speed, as ratios
	@$(BIN)/pytest -m benchmark -p no:randomly -s tests/benchmarks

soak: $(VENV)/dev.stamp ## the long runs that a plain test leaves out, and new random examples
	@CONFNOTES_NEW_EXAMPLES=1 $(BIN)/pytest -n $(WORKERS) -m "not benchmark"

targets: $(VENV)/dev.stamp ## exports, read by the places' own renderers (installs what it can)
	@sh packaging/judges.sh out/judges
	@CONFNOTES_JUDGES=out/judges $(BIN)/pytest -n 0 tests/report/test_judges.py \
		tests/report/test_table.py tests/report/test_textlint.py tests/sample/test_everywhere.py

ime: $(VENV)/dev.stamp ## real Japanese, typed through IBus and Mozc (installs them)
	@$(BIN)/python tests/ime/desktop.py --install
	@$(BIN)/python tests/ime/desktop.py $(BIN)/pytest -n 0 tests/ime

gallery: $(VENV)/dev.stamp ## every screen as a picture, into out/gallery
	@$(BIN)/python packaging/gallery.py out/gallery

lock: $(VENV)/dev.stamp ## pin what is installed anew (needs uv on the PATH)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --no-header --no-emit-index-url --no-emit-find-links --group build pyproject.toml -o $(LOCKS)/run.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --no-header --no-emit-index-url --no-emit-find-links --group dev pyproject.toml -o $(LOCKS)/dev.lock

wheel: $(VENV)/dev.stamp ## a wheel, into dist
	@$(BIN)/python -m hatchling build -t wheel

clean: ## remove what was made, the environment too
	rm -rf $(VENV) dist build out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/run.stamp: $(LOCKS)/run.lock pyproject.toml packaging/setup.sh $(wildcard resources/i18n/*.ts)
	@sh packaging/setup.sh run "$(VENV)"

$(VENV)/dev.stamp: $(LOCKS)/dev.lock pyproject.toml packaging/setup.sh $(wildcard resources/i18n/*.ts)
	@sh packaging/setup.sh dev "$(VENV)"
