# Needs python3 (3.11 or newer, with venv) and make; the rest is downloaded into .venv by pip.

# Found before .venv/bin is put on PATH, or a second set-up would clear the Python that runs it.
PYTHON := $(shell PATH="$$(echo "$$PATH" | sed 's#$(CURDIR)/.venv/bin:*##g')" command -v python3)
PIP := -m pip install --quiet --disable-pip-version-check --require-hashes --requirement
LOCK := .venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHONSAFEPATH := 1
export UV_CUSTOM_COMPILE_COMMAND := make lock

# The styles and GraphiQL, fetched again when a pin or a page of ours changes.
ASSET_SOURCES := hub/gateway/assets.py hub/web/assets.py $(wildcard hub/gateway/pages/*)
STALE_ASSETS = $(foreach file,$(ASSET_SOURCES),[ $(file) -nt .venv/assets ] ||) false
MAKE_ASSETS = if [ ! -e .venv/assets ] || $(STALE_ASSETS); then python -m hub.gateway.assets && touch .venv/assets; fi

AUDITS := $(patsubst %,tests/hub/gateway/test_%.py,audits hardening generated_requests)

ROUTER := examples/router

# What is not generated in ndx_client/, which the linter leaves out.
BY_HAND_PYTHON := ndx_client/paging.py ndx_client/retrying.py
BY_HAND := $(BY_HAND_PYTHON) ndx_client/sync.toml

.DEFAULT_GOAL := help
.PHONY: help run test test-neo4j neo4j check bench fuzz conformance client schema supergraph federation assets lock fresh

help:                        ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { sub(/:.*/, "", $$1); printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/ready             ## the hub on its own graph; DATA="path …" PORT=8000 DATA_SIZE=small
	@$(MAKE_ASSETS) || true
	@hub run $(if $(PORT),--port $(PORT)) $(if $(DATA_SIZE),--size $(DATA_SIZE)) $(DATA)

test: .venv/ready            ## the whole suite on the embedded engine; ARGS= goes to pytest
	@$(MAKE_ASSETS) || true
	@if command -v chromium > /dev/null; then $(MAKE) --no-print-directory .venv/browser; \
	else echo "No chromium on PATH: the tests that look at pages in a browser are left out."; fi
	python -m pytest $(ARGS)

# They start hubs with a graph of their own, which is the same whatever engine is under test.
OWN_GRAPH := tests/compatibility tests/examples tests/graph/test_embedded.py \
	$(patsubst %,tests/hub/gateway/test_%.py,audits generated_requests hardening supervisor)

test-neo4j: .venv/ready      ## the same suite on a real Neo4j from Maven Central
	@$(MAKE_ASSETS) || true
	python -m pytest --graph neo4j $(addprefix --ignore=,$(OWN_GRAPH)) $(ARGS)

neo4j: .venv/ready           ## a real Neo4j Community on loopback, in the foreground
	@python -m graph.neo4j_server

check: .venv/checks fresh    ## format, lint, import contracts, types, freshness; runs no tests
	ruff format --check . $(BY_HAND_PYTHON)
	ruff check . $(BY_HAND_PYTHON)
	lint-imports
	pyright

# Both are generated and committed; a fresh copy of each must equal it.
fresh: .venv/ready .venv-codegen/ready
	@python -m schema.export | diff -u schema.graphql - > /dev/null \
	|| { echo "schema.graphql is stale: make schema client"; exit 1; }
	@rm -rf .venv-codegen/fresh && mkdir -p .venv-codegen/fresh/ndx_client
	@cp pyproject.toml schema.graphql .venv-codegen/fresh/
	@cp -R ndx_client/operations $(BY_HAND) .venv-codegen/fresh/ndx_client/
	@cd .venv-codegen/fresh && ../bin/ariadne-codegen client --config ndx_client/sync.toml > /dev/null
	@cd .venv-codegen/fresh && ../bin/ariadne-codegen client > /dev/null
	@diff -r -x __pycache__ ndx_client .venv-codegen/fresh/ndx_client > /dev/null \
	|| { echo "ndx_client/ is stale: make client"; exit 1; }

bench: .venv/ready           ## every benchmark, short; NAME=matching for one of them in full
	@python -m benchmarks $(NAME)

fuzz: .venv/checks           ## atheris on a reader; TARGET=files|releases|dump|mapping|page|documents SECONDS=60
	@python -m tests.fuzz $(or $(TARGET),files) -max_total_time=$(or $(SECONDS),60)

conformance: .venv/ready .venv-conformance/ready  ## protocol audits, hardening, generated requests; ARGS=--thorough for 5,000
	python -m pytest $(AUDITS) $(ARGS)

# Twice into one package: without async, then with it, whose __init__.py stays.
client: .venv-codegen/ready  ## write ndx_client/ again from schema.graphql and its operations
	.venv-codegen/bin/ariadne-codegen client --config ndx_client/sync.toml
	.venv-codegen/bin/ariadne-codegen client

schema: .venv/ready          ## write schema.graphql again
	python -m schema.export > schema.graphql.new && mv schema.graphql.new schema.graphql

# Each package is checked against the sum in package-lock.json; none runs a script of its own.
$(ROUTER)/node_modules/.package-lock.json: $(ROUTER)/package-lock.json
	npm ci --prefix $(ROUTER) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

supergraph: $(ROUTER)/node_modules/.package-lock.json  ## write the example's composed supergraph again
	python examples/council-subgraph/council.py --sdl > examples/council-subgraph/council.graphql
	npm run --prefix $(ROUTER) --silent supergraph

# Needs node (20 or newer) with npm.
federation: .venv/ready $(ROUTER)/node_modules/.package-lock.json  ## a second subgraph beside the hub, through two routers; Apollo's suite
	python -m pytest tests/examples tests/compatibility $(ARGS)

assets: .venv/ready          ## GOV.UK styles and GraphiQL from npm, each file checked
	@$(MAKE_ASSETS)

lock: .venv-lock/ready       ## pin again after a change of dependencies
	$(LOCK) pyproject.toml --extra embedded --extra otel --extra dev --extra checks --extra browser -o requirements-checks.txt
	$(LOCK) pyproject.toml --extra embedded --extra otel --extra dev -c requirements-checks.txt -o requirements-dev.txt
	$(LOCK) pyproject.toml -c requirements-checks.txt -o requirements.txt
	$(LOCK) pyproject.toml --extra embedded --extra otel --extra dev --extra browser -c requirements-checks.txt -o requirements-browser.txt
	$(LOCK) requirements-codegen.in -o requirements-codegen.txt
	$(LOCK) requirements-conformance.in -o requirements-conformance.txt

.venv/installed: requirements-dev.txt
	@test -n "$(PYTHON)" || { echo "Install python3 (3.11 or newer) with venv, then run make again."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; python3 is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv: pip downloads about 265 MB, once; a minute or two."
	@$(PYTHON) -m venv --clear .venv || { echo "Install python3-venv (Debian, Ubuntu), then run make again."; exit 1; }
	@python $(PIP) requirements-dev.txt
	@touch $@
.venv/ready: .venv/installed pyproject.toml
	@uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
.venv/checks: requirements-checks.txt .venv/ready
	@echo "Adding the type checker to .venv: about 70 MB, once."
	@python $(PIP) requirements-checks.txt
	@touch $@
.venv/browser: requirements-browser.txt .venv/ready
	@echo "Adding the browser's driver to .venv: about 50 MB, once."
	@python $(PIP) requirements-browser.txt
	@touch $@
.venv-codegen/ready: requirements-codegen.txt
	@echo "Setting up .venv-codegen: the client's generator needs an older graphql-core."
	@$(PYTHON) -m venv --clear .venv-codegen
	@.venv-codegen/bin/python $(PIP) requirements-codegen.txt
	@touch $@
.venv-conformance/ready: requirements-conformance.txt
	@echo "Setting up .venv-conformance: a plugin of schemathesis would be loaded in every run of our tests."
	@$(PYTHON) -m venv --clear .venv-conformance
	@.venv-conformance/bin/python $(PIP) requirements-conformance.txt
	@touch $@
.venv-lock/ready:
	@$(PYTHON) -m venv --clear .venv-lock
	@.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@
