#!/usr/bin/env bash
# The switch TorchProvider: what it takes by default, what it refuses, and a sample over a TorchSharp.dll in a folder. That
# one is our own binding under TorchSharp's name, since the packages do not restore everywhere.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MSBUILDTERMINALLOGGER=off

# A copy, so that nothing is built with other properties among the objects of the repository.
copy="$work/a copy"
mkdir "$copy"
tar -c --exclude=bin --exclude=obj Directory.*.props global.json .editorconfig build src samples | tar -x -C "$copy"
sample="$copy/samples/Regression"

fail() {
  echo "$1"
  cat "$work/said" 2>/dev/null
  exit 1
}
says() { grep -qF -- "$1" "$work/said" || fail "no word of '$1' in:"; }
says_not() { ! grep -qF -- "$1" "$work/said" || fail "a word of '$1' in:"; }
items() { # item property...: what MSBuild makes of the sample
  local item=$1
  shift
  dotnet msbuild "$sample/Regression.csproj" -getItem:"$item" "$@" >"$work/said" 2>&1 || fail "MSBuild cannot read the sample:"
}

echo "defaults"
LIBTORCH=/some/where items Torch && says '"Identity": "LibTorch"' && says 'LIBTORCH is '
items Torch -p:TorchSharpPath=/some/where && says '"Identity": "TorchSharp"' && says "TorchSharpPath is set"
items Torch -p:TorchProvider=LibTorch -p:TorchSharpPath=/some/where && says '"Identity": "LibTorch"' && says "TorchProvider says so"
mkdir -p "$work/lib/python3.99/site-packages/torch/include/ATen" && touch "$work/lib/python3.99/site-packages/torch/include/ATen/ATen.h"
none=(-p:SystemLibTorch= -p:LIBTORCH=)
VIRTUAL_ENV=$work items Torch "${none[@]}" && says '"Identity": "LibTorch"' && says "python3 has a torch ("
none+=(-p:PythonTorch=no*where)
mkdir -p "$work/cache/torchsharp-cpu"
NUGET_PACKAGES=$work/cache items Torch "${none[@]}" && says '"Identity": "TorchSharp"' && says "its package is in $work/cache"
NUGET_PACKAGES=$work/empty items Torch "${none[@]}" && says '"Identity": "LibTorch"' && says "no torch is in sight"

echo "references"
items PackageReference -p:TorchProvider=TorchSharp && says '"Identity": "TorchSharp-cpu"'
items PackageReference -p:TorchProvider=LibTorch && says_not TorchSharp-cpu
items ProjectReference -p:TorchProvider=LibTorch && says MetaDsl.LibTorch.csproj
items ProjectReference -p:TorchProvider=TorchSharp && says_not MetaDsl.LibTorch.csproj

echo "the version of the package"
items PackageVersion -p:TorchProvider=TorchSharp && says '"Version": "0.107.0"'
items PackageReference -p:TorchProvider=TorchSharp -p:ManagePackageVersionsCentrally=false && says '"Version": "0.107.0"'

echo "refusals"
build() { dotnet build "$@" -c Release --nologo -v minimal >"$work/said" 2>&1; }
! build "$sample" -p:TorchProvider=Tensorflow || fail "an unknown provider passes:"
says "error : TorchProvider is 'Tensorflow'; it can be 'LibTorch' or 'TorchSharp'."
! build "$sample" -p:TorchSharpPath=/no/where || fail "a folder that is not there passes:"
says "error : TorchSharpPath is '/no/where', which holds no TorchSharp.dll"

echo "a sample over TorchSharp.dll"
build "$copy/src/MetaDsl.LibTorch" -p:AssemblyName=TorchSharp "-p:NativeOutput=$root/artifacts/native/" -o "$work/Torch Sharp" || fail "the binding does not build as TorchSharp:"
build "$sample" "-p:TorchSharpPath=$work/Torch Sharp" || fail "the sample does not build over TorchSharp.dll:"
says "MetaDsl: the torch of Regression is TorchSharp: TorchSharpPath is set."
output="$sample/bin/Release/net10.0"
[ -f "$output/TorchSharp.dll" ] && [ ! -f "$output/MetaDsl.LibTorch.dll" ] || fail "the sample holds another torch than TorchSharp.dll:"
[ -f "$output/libmetadsl_torch.so" ] || fail "the native library did not come along:"
dotnet "$output/Regression.dll" --quick >"$work/said" 2>&1 || fail "the sample does not run over TorchSharp.dll:"
says "mean squared error"
