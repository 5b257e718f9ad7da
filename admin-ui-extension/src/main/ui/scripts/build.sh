#!/usr/bin/env bash
# Builds the page into the module's classes: build.sh <target folder> <skip the checks: true or false>
# Skips what is up to date, so that a second build is fast.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
skip_checks=${2:-false}
theme=$target/classes/theme/app-keys/admin
messages=../../../../themes/src/main/resources/theme-resources/messages

newer_than() { # the file that marks a step as done, and what the step depends on
    [ ! -e "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -print -quit)" ]
}

installed=node_modules/.package-lock.json
if newer_than "$installed" package.json package-lock.json; then
    npm ci --no-audit --no-fund --loglevel=error
    touch "$installed"
fi

sources=(src scripts package-lock.json ./*.ts ./*.js ./*.json)
if newer_than "$theme/theme.properties" "${sources[@]}"; then
    rm -rf "$theme"
    npm run --silent build
fi

if [ "$skip_checks" = true ]; then
    exit
fi
checked=$target/ui-checked
if newer_than "$checked" "${sources[@]}" "$messages"; then
    npm run --silent lint
    npm run --silent typecheck
    npm test --silent
    npm run --silent size
    touch "$checked"
fi
