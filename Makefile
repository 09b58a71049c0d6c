# The commands of the project. `make` alone lists them; needs make and Python 3.11-3.14, no more.

PYTHON ?= $(firstword $(foreach python,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(python) -c 'import sys; (3, 11) <= sys.version_info < (3, 15) and print("$(python)")' 2>/dev/null)))
BIN := .venv/bin
TEMPLATES := $(wildcard webapp/templates tasks/templates)
LOCK := --quiet --universal --generate-hashes --no-emit-index-url --no-header

.DEFAULT_GOAL := help
.PHONY: help install run test check faults safety bench format lock

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: .venv/installed $(BIN)/lokale-energie ## make .venv with everything that the product needs

run: install ## start the product on this machine; Ctrl-C stops it (settings: PORT, DATA_DIR)
	@$(BIN)/lokale-energie run

test: .venv/installed-dev ## run the tests, on the embedded engine and on Neo4j
	@$(BIN)/python -m tests.run

check: .venv/installed-dev ## run the static checks
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml graph tasks webapp
	$(BIN)/djlint --quiet --lint $(TEMPLATES)
	$(BIN)/codespell *.md docs cypher
	@if docker compose version >/dev/null 2>&1; then \
		docker compose --env-file .env.example config --quiet && echo "docker compose config: good"; \
	else echo "docker compose config: not run, docker compose is not here"; fi

faults: .venv/installed-dev ## keep the promise of mail while everything breaks (up to 50 minutes)
	@$(BIN)/python -m tests.faults.run

safety: .venv/installed-dev ## measure what the product promises about safety; writes docs/safety.md (about 25 minutes)
	@$(BIN)/python -m tests.safety.run

bench: .venv/installed-dev ## measure speed and memory; prints tables
	@for file in tests/bench/bench_*.py; do \
		$(BIN)/python -m "tests.bench.$$(basename "$$file" .py)" || exit 1; done

format: .venv/installed-dev ## put the code in its one form
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

lock: ## make the hashed locks again from pyproject.toml (needs uv)
	uv pip compile pyproject.toml $(LOCK) --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --constraint requirements.lock $(LOCK) --output-file requirements-dev.lock

.venv/installed: requirements.lock | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 of nieuwer ontbreekt. Installeer het, bijvoorbeeld met:" \
		"sudo apt install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python kan geen omgeving maken. Voer uit:" \
		"sudo apt install python3-venv" >&2; exit 1; }

# The command needs no build: a line of shell that runs the project where it stands.
$(BIN)/lokale-energie: Makefile | .venv
	@printf '#!/bin/sh\nexec "%s" "%s" "$$@"\n' "$(CURDIR)/$(BIN)/python" "$(CURDIR)/webapp/cli/start.py" \
		> $@
	@chmod +x $@
