# Recipes for whoever works on givequest: `just` lists them. `just setup` comes first; CONTRIBUTING.md explains the rest.

python := ".venv/bin/python"

_list:
    @just --list --unsorted

# Make the environment: the package as it stands here, with what tests and checks need.
setup:
    python3 -m venv .venv
    .venv/bin/pip install --quiet --constraint constraints.txt --editable ".[test,dev,bench]"

# Run the tests, or some of them: `just test tests/domain -k streak`.
test *arguments:
    .venv/bin/pytest {{arguments}}

# Look at style, types and structure, as CI does.
check:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    PYTHONPATH=src .venv/bin/lint-imports

# Mend what can be mended by itself.
fix:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# Do all that CI does, to what is committed.
ci:
    .ci/run

# Print which lines no test runs.
cover *arguments:
    .venv/bin/pytest --cov --cov-report=term:skip-covered {{arguments}}

# Take the pictures anew that tests/snapshots compares with; look at each before it is committed.
snapshots:
    .venv/bin/pytest tests/snapshots --snapshot-update

# Take the pictures of the README anew.
pictures:
    {{python}} scripts/screenshots.py
    {{python}} scripts/recording.py

# Write the pages of keys and commands and the manual anew.
reference:
    {{python}} scripts/keys_table.py
    {{python}} scripts/commands_page.py
    {{python}} scripts/man_page.py

# Measure how fast it is, or part of it: `just bench --only launch --quick`.
bench *arguments:
    {{python}} -m tests.bench {{arguments}}

# Write the versions anew that CI installs: the newest that pyproject.toml allows.
lock:
    #!/usr/bin/env bash
    set -euo pipefail
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet ".[test,dev,bench]" hatchling
    (sed -n '/^#/p' constraints.txt; "$folder/bin/pip" freeze --exclude givequest) > "$folder/constraints.txt"
    mv "$folder/constraints.txt" constraints.txt
