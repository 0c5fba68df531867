#!/usr/bin/env bash
# What a call costs, against C++ over the same libtorch and against Python: bench/percall/run.sh [--quick] [--json]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh
processes=5
[ -z "$quick" ] || processes=1

build_ours PerCall
build_peer
rm -f "$out"/{cpp,csharp,python}.*
for ((i = 1; i <= processes; i++)); do
  echo "Process $i of $processes: C++, ours, Python"
  "$out/percall" $quick >"$out/cpp.$i"
  dotnet "$ours" $quick >"$out/csharp.$i"
  "$METADSL_PYTHON" python/percall.py $quick >"$out/python.$i"
done
echo
"$METADSL_PYTHON" report.py "$out" "$@"
