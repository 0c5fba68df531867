#!/usr/bin/env bash
# What training holds in memory: flat over 100 000 iterations, and its peak with 5 and with 50 inner steps: bench/memory/run.sh [--quick]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh

build_ours MemoryBench
dotnet "$ours" flat $quick
echo
for experiment in FiveSteps FiftySteps FiftyStepsRecomputed; do dotnet "$ours" "$experiment"; done | tee "$out/peaks"
awk '$1 == "FiveSteps" { five = $2 }
     $1 ~ /^Fifty/ { printf "%s: %.2fx the peak of 5 steps (bar: 1.5x)\n", $1, $2 / five; if ($2 > 1.5 * five) failed = 1 }
     END { exit failed }' "$out/peaks"
