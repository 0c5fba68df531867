#!/usr/bin/env bash
# Second-order MAML on the sinusoid, against PyTorch and against C++ over the same libtorch: bench/sinusoid/run.sh [--quick] [--json]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
processes=3
[ -z "$quick" ] || processes=1

build_ours SinusoidBench
build_peer
rm -f "$out"/{gradient,speed}.*
"$METADSL_PYTHON" check.py write "$out"
"$out/sinusoid" --check "$out"
dotnet "$ours" --check "$out"
"$METADSL_PYTHON" check.py compare "$out"

for ((i = 1; i <= processes; i++)); do
  echo "Process $i of $processes: PyTorch by a loop, PyTorch batched, C++, ours"
  "$METADSL_PYTHON" python/loop.py $quick >"$out/speed.loop.$i"
  "$METADSL_PYTHON" python/batched.py $quick >"$out/speed.batched.$i"
  "$out/sinusoid" $quick >"$out/speed.cpp.$i"
  dotnet "$ours" $quick >"$out/speed.csharp.$i"
done
echo
"$METADSL_PYTHON" report.py "$out" "$@"
