# The two commands of the lab are `make run` and `make test`; `make help` lists the rest.

PORT ?= 8501
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c "$(SUPPORTED)" 2>/dev/null && { echo "$$name"; exit; }; done; \
	command -v python3 || command -v python)
SETUP = $(or $(PYTHON),$(error The lab needs Python 3.11 or newer and found none: install it, then try again)) tools/bootstrap.py
IN := .venv/bin/
# before a change is taken in, everybody's tests draw the same examples; see tests/profiles.py
export HYPOTHESIS_PROFILE ?= ci
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"
NEW_ENOUGH := 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
SCRIPT_TESTS := $(wildcard tests/js/*.test.js tests/js/*/*.test.js)

.PHONY: help run test check laws style types directions content pages scripts js format docs bench shots lock prepare pictures audit sbom api release thorough coverage mutants
.DEFAULT_GOAL := help

help: ## what can be asked for
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: ## start the lab (PORT=8600 takes another port, OPEN=1 opens it to the network)
	@$(SETUP) run --port $(PORT) $(if $(OPEN),--host 0.0.0.0)

test: ## all tests; those in a browser need Chromium
	@$(SETUP) test

prepare:
	@$(SETUP) prepare

check: laws ## laws, then the fast tests
	$(IN)pytest -n auto --dist loadfile --no-loadscope-reorder -m "not browser and not slow"

thorough: prepare ## the properties alone, on twenty times as many examples, drawn anew
	HYPOTHESIS_PROFILE=thorough $(IN)pytest -n auto --dist loadfile -m "hypothesis and not browser"

coverage: prepare ## which branches the fast tests take, room by room, as a page in out/coverage
	@mkdir -p out
	$(IN)coverage erase
	$(IN)coverage run -m pytest -n 0 -m "not browser and not slow"
	$(IN)python -m tests.branches
	$(IN)coverage html --quiet

mutants: prepare ## small changes to graders, marks, expressions and models that no test notices (AREAS=marks)
	nice -n 15 $(IN)python -m tests.mutants $(AREAS)

laws: style types directions content pages scripts ## format, lint, types, directions of imports, lessons, questions, generated pages

style: prepare
	$(IN)ruff format --check .
	$(IN)ruff check .

types: prepare
	$(IN)mypy

directions: prepare
	$(IN)lint-imports

content: prepare
	$(IN)python -m lessons check
	$(IN)python -m exercises check

pages: prepare
	$(IN)python -m lessons schema --check
	$(IN)python -m lessons reference --check
	$(IN)python -m exercises schema --check
	@mkdir -p out
	$(IN)python -m simulations reference --out out/simulations.md && cmp out/simulations.md docs/simulations.md
	$(IN)python -m datasets columns | cmp - docs/datasets.md

scripts: prepare
	@if command -v npm > /dev/null && node -e $(NEW_ENOUGH); then $(MAKE) --no-print-directory js; \
	else echo "Left out: tests, types and lint of the scripts (make js), for want of npm and Node 20.19 or newer."; fi

js: node_modules/.made ## test, type-check and lint the scripts that run in the browser (needs Node 20 or newer)
	node --test $(SCRIPT_TESTS)
	node_modules/.bin/tsc --project .
	node_modules/.bin/eslint .

node_modules/.made: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

format: prepare ## lay the code out and mend what can be mended
	$(IN)ruff format .
	$(IN)ruff check --fix .

docs: prepare ## write the schemas and reference pages anew
	$(IN)python -m lessons schema
	$(IN)python -m lessons reference
	$(IN)python -m exercises schema
	$(IN)python -m simulations reference
	$(IN)python -m datasets columns > docs/datasets.md

bench: prepare ## how fast the lab is, as ratios to a reference page
	$(IN)python -m tests.bench

shots: prepare ## pictures of the pages (PAGES='/ /lab') in every size, language and light, into out/shots
	$(IN)python -m tests.screenshots $(foreach page,$(PAGES),'$(page)')

pictures: prepare ## take the pictures of the README, of every play step and of the examples anew
	$(IN)python -m tests.gallery
	$(IN)python -m tests.example_gallery

audit: prepare ## ask whether a package that the lab runs on has a known vulnerability
	$(IN)python -m tools.audit

sbom: prepare ## write the bill of materials (CycloneDX) to out/sbom.cdx.json
	$(IN)python -m tools.sbom

api: prepare ## write the reference of the code to out/api
	$(IN)python -m tools.api

release: prepare ## VERSION=0.2.0: write version and changelog, commit and tag; pushes nothing
	$(IN)python -m tools.release $(or $(VERSION),$(error Say which version: make release VERSION=0.2.0)) $(if $(DATE),--date $(DATE))

lock: ## choose the packages anew (needs uv)
	$(LOCK) pyproject.toml --output-file requirements/run.txt
	$(LOCK) --group postgres --constraint requirements/run.txt --output-file requirements/postgres.txt
	$(LOCK) pyproject.toml --group dev --group postgres --extra pools --constraint requirements/run.txt \
		--output-file requirements/dev.txt
