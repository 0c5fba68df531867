#!/usr/bin/env bash
# What a call costs, against C++ over the same libtorch and against Python: bench/percall/run.sh [--quick] [--json]
set -euo pipefail
cd "$(dirname "$0")"
. ../../build/setup.sh
options=" $* "
processes=5 quick=
[[ $options != *" --quick "* ]] || processes=3 quick=--quick

need_dotnet
need_libtorch
need_python
install_missing
find_python

out=$root/artifacts/percall
mkdir -p "$out"
rm -f "$out"/{cpp,csharp,python}.*

build "$PWD/csharp/PerCall.csproj"
ours=$PWD/csharp/bin/Release/net10.0/PerCall.dll

# The flags and the libtorch of our own native part.
. ../../src/MetaDsl.LibTorch/native/toolchain.sh
if [ "$(cat "$out/identity" 2>/dev/null)" != "$identity" ] || [ ! "$out/percall" -nt cpp/percall.cpp ]; then
  echo "Building bench/percall/cpp"
  "${compiler[@]}" "${flags[@]}" -o "$out/percall" cpp/percall.cpp "${links[@]}"
  echo "$identity" >"$out/identity"
fi

export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
for ((i = 1; i <= processes; i++)); do
  echo "Process $i of $processes: C++, ours, Python"
  "$out/percall" $quick >"$out/cpp.$i"
  dotnet "$ours" $quick >"$out/csharp.$i"
  "$METADSL_PYTHON" python/percall.py $quick >"$out/python.$i"
done
echo
"$METADSL_PYTHON" report.py "$out" "$@"
