#!/usr/bin/env bash
# The published sinusoid experiment, trained and evaluated with three seeds, and the same by hand in C++: bench/published/run.sh [--quick].
# The exit code is the number of bars that ours misses, or more than nine where something fails.
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
seeds=(1 2 3)
[ -z "$quick" ] || seeds=(1)
forms=(OneStep OneStepFirstOrder FiveSteps)
missed=0

build_ours Published
# Nothing of torch is in it, and the sums of its products are to be wide.
${CXX:-g++} -std=c++17 -O3 -march=native -fopenmp-simd -o "$out/published" cpp/published.cpp || exit 99

echo "| experiment             | seed | before | after 1  | after 5  | after 10 | median   | diverged | in the last 20 000 | bar                | held |"
echo "|------------------------|-----:|-------:|---------:|---------:|---------:|---------:|---------:|--------------------|--------------------|------|"
for seed in "${seeds[@]}"; do
  code=0
  dotnet "$ours" "$seed" $quick || code=$?
  # More than the forms that can miss their bar is a crash.
  [ "$code" -le ${#forms[@]} ] || exit "$code"
  missed=$((missed + code))
done
for form in "${forms[@]}"; do "$out/published" "$form" 1 "${#seeds[@]}" $quick || exit 99; done
exit "$missed"
