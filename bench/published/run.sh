#!/usr/bin/env bash
# The published sinusoid experiment, trained and evaluated with three seeds: bench/published/run.sh [--quick]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh

build_ours Published
dotnet "$ours" $quick
