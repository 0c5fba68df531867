#!/usr/bin/env bash
# Sets the machine up as far as needed, builds, and trains the first experiment: ./run.sh [other arguments for samples/Sinusoid]
set -euo pipefail
cd "$(dirname "$0")"
. build/setup.sh

need_dotnet
need_libtorch
install_missing
build samples/Sinusoid
[ $# -gt 0 ] || set -- train SineMaml
exec dotnet samples/Sinusoid/bin/Release/net10.0/Sinusoid.dll "$@"
