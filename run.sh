#!/usr/bin/env bash
# Sets the machine up as far as needed, builds, and runs the sample: ./run.sh [the sample's own arguments]
set -euo pipefail
cd "$(dirname "$0")"
. build/setup.sh

need_dotnet
need_libtorch
install_missing
build samples/Regression
exec dotnet samples/Regression/bin/Release/net10.0/Regression.dll "$@"
