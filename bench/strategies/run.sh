#!/usr/bin/env bash
# Derivatives at compile time against torch.autograd, on every standard network: bench/strategies/run.sh [--quick]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh

build_ours StrategiesBench
dotnet "$ours" $quick
