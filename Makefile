# One word for each chore. Everything sets itself up in .venv/.
#   make episode [ARTICLE=file-or-address] [VOICE=piper] [SHOW=feed]

SHOW ?= feed
PODCAST = .venv/bin/podcast --show $(SHOW)
PYTHON ?= python3
VOICE_OPTION = $(if $(VOICE),--voice $(VOICE))

# uv where it is installed, plain venv and pip where not.
UV := $(shell command -v uv 2>/dev/null)
ifdef UV
VENV = uv venv --quiet --python $(PYTHON) .venv
INSTALL = uv pip install --quiet --python .venv/bin/python
else
VENV = $(PYTHON) -m venv .venv
INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check
endif

# Those that need nothing but what is installed; naturalness and server have their own say.
BENCHES = spoken sentences recording word_times sound reading feed

.PHONY: episode serve check test lint format bench clean

episode: .venv/.installed
ifdef ARTICLE
	$(PODCAST) episode "$(ARTICLE)" $(VOICE_OPTION)
else
	$(PODCAST) build $(VOICE_OPTION)
endif

serve: .venv/.installed
	$(PODCAST) serve

check: .venv/.installed
	$(PODCAST) check

# What a file's tests share is made once; a worker may hold a voice, so not one for each of 64 cores.
test: .venv/.tests
	.venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: .venv/.lint
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

format: .venv/.lint
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: .venv/.tests
	for part in $(BENCHES); do .venv/bin/python scripts/bench_$$part.py || exit 1; done

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache $(SHOW)/public $(SHOW)/.cache

.venv/bin/python:
	$(VENV)

# A stamp for each kind of set-up: quick the second time, new when pyproject.toml changes.
.venv/.installed: pyproject.toml | .venv/bin/python
	@echo "Installing; the first time takes a minute or two ..."
	$(INSTALL) -e .
	@touch $@

.venv/.tests: pyproject.toml | .venv/bin/python
	$(INSTALL) -e '.[test]'
	@touch $@ .venv/.installed

.venv/.lint: pyproject.toml | .venv/bin/python
	$(INSTALL) -e '.[test,lint]'
	@touch $@ .venv/.tests .venv/.installed
