#!/usr/bin/env bash
# The published sinusoid experiment, trained and evaluated with three seeds, its first-order form in PyTorch, too: bench/published/run.sh [--quick]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
seeds=(1 2 3)
[ -z "$quick" ] || seeds=(1)
missed=0

build_ours Published
echo "| experiment           | seed | before | after 1 | after 5 | after 10 | median after 10 | diverged after 10 | in the last 20 000   | bar                | held |"
echo "|----------------------|-----:|-------:|--------:|--------:|---------:|----------------:|------------------:|----------------------|--------------------|------|"
for seed in "${seeds[@]}"; do
  dotnet "$ours" "$seed" $quick || missed=$((missed + $?))
done
for seed in "${seeds[@]}"; do
  "$METADSL_PYTHON" python/first_order.py "$seed" $quick
done
exit "$missed"
