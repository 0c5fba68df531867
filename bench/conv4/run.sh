#!/usr/bin/env bash
# MAML on Conv4 with 64 filters, against a loop over tasks in PyTorch: bench/conv4/run.sh [--quick] [--json]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
processes=3
[ -z "$quick" ] || processes=1
# Both may use the whole machine: PyTorch within an operation, ours by tasks beside each other.
unset OMP_NUM_THREADS MKL_NUM_THREADS OPENBLAS_NUM_THREADS

build_ours Conv4Bench
rm -f "$out"/{gradient,speed}.*
"$METADSL_PYTHON" check.py write "$out"
dotnet "$ours" --check "$out"
"$METADSL_PYTHON" check.py compare "$out"

for ((i = 1; i <= processes; i++)); do
  for form in second_order_1 second_order_5 first_order_5; do
    echo "Process $i of $processes, $form: PyTorch by a loop, ours"
    "$METADSL_PYTHON" python/loop.py "$form" $quick >>"$out/speed.loop.$i"
    dotnet "$ours" "$form" $quick >>"$out/speed.csharp.$i"
  done
done
echo
"$METADSL_PYTHON" report.py "$out" "$@"
