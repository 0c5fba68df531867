#!/usr/bin/env bash
# Derivatives at compile time against torch.autograd, and which the compiler chooses: bench/strategies/run.sh [--quick] [--json]
set -euo pipefail
cd "$(dirname "$0")"
. ../bench.sh

build_ours StrategiesBench
dotnet "$ours" "$@"
