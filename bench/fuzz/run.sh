#!/usr/bin/env bash
# Mutated files for each reader of data; one that is neither read nor refused in time and memory ends the run:
# bench/fuzz/run.sh [--quick] [--minutes N, for each reader; 10 unless given] [--seed N] [--reader png|rows|pnm|zip|idx|npy|npz|csv|cache|disk]
set -euo pipefail
cd "$(dirname "$0")"
. ../../build/setup.sh
minutes=10 seed=1 reader=()
while [ $# -gt 0 ]; do
  case $1 in
    --quick) minutes=0.02 ;;
    --json) ;;
    --minutes) minutes=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --reader) reader=("$2") && shift ;;
    *) echo "There is no option '$1'; the first lines of this file say which there are." >&2 && exit 2 ;;
  esac
  shift
done

need_dotnet
build "$PWD/csharp/FuzzBench.csproj"
dotnet csharp/bin/Release/net10.0/FuzzBench.dll "$(awk "BEGIN { print 60 * $minutes }")" "$seed" ${reader[@]+"${reader[@]}"}
