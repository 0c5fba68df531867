#!/usr/bin/env bash
# How long the generator takes on 50 experiments, cold and after an edit: bench/generator/run.sh [--quick] [--json]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh

build_ours GeneratorBench
dotnet "$ours" "$@"
