#!/usr/bin/env bash
# The published sinusoid experiment, trained and evaluated with three seeds, its first-order form in PyTorch, too:
# bench/published/run.sh [--quick]. The exit code is the number of bars that ours misses, or more than nine where something fails.
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
seeds=(1 2 3)
[ -z "$quick" ] || seeds=(1)
forms=3 missed=0

build_ours Published
echo "| experiment           | seed | before | after 1  | after 5  | after 10 | median   | diverged | in the last 20 000 | bar                | held |"
echo "|----------------------|-----:|-------:|---------:|---------:|---------:|---------:|---------:|--------------------|--------------------|------|"
for seed in "${seeds[@]}"; do
  code=0
  dotnet "$ours" "$seed" $quick || code=$?
  # More than the forms that can miss their bar is a crash.
  [ "$code" -le "$forms" ] || exit "$code"
  missed=$((missed + code))
done
for seed in "${seeds[@]}"; do
  "$METADSL_PYTHON" python/first_order.py "$seed" $quick || exit 99
done
exit "$missed"
