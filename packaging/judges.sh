#!/bin/sh
# Installs the renderers of the places that reports are written for, and textlint, as far as this
# machine can:
# Debian's packages where one may install them, Node's packages into the folder that is named.
# What is missing afterwards is skipped by the tests, with the reason.
set -u
folder=$1

need() { command -v "$1" >/dev/null 2>&1; }

gems_missing() { ! ruby -rkramdown-parser-gfm -rredcarpet -e '' >/dev/null 2>&1; }

if { ! need pandoc || ! need hugo || gems_missing; } && need apt-get; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
    $as_root apt-get install -y -qq --no-install-recommends \
        pandoc hugo ruby-kramdown ruby-kramdown-parser-gfm ruby-redcarpet >/dev/null ||
        echo "some renderers could not be installed; their tests are skipped" >&2
fi

if need npm; then
    mkdir -p "$folder"
    [ -f "$folder/package.json" ] || echo '{"private": true}' >"$folder/package.json"
    npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --silent \
        zenn-markdown-html@0.4 zenn-model@0.1 unified@11 remark-parse@11 remark-gfm@4 \
        remark-rehype@11 rehype-stringify@10 \
        textlint@15 textlint-rule-preset-ja-technical-writing@12 \
        textlint-rule-preset-japanese@10 textlint-rule-preset-ja-spacing@3 ||
        echo "the Node packages could not be installed; their tests are skipped" >&2
fi
