#!/usr/bin/env bash
# The build of the native part: when it works, when it rests, what it says. With tiny sources in place of ours.
set -euo pipefail
cd "$(dirname "$0")"
native=$PWD/../../src/MetaDsl.LibTorch/native
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source="$work/a source" out="$work/an output"
mkdir "$source"
cp "$native"/{build,toolchain,find-libtorch}.sh "$source"
printf '#pragma once\n#include <c10/core/ScalarType.h>\ninline int size() { return c10::elementSize(c10::kFloat); }\n' >"$source/bridge.h"
for name in one two three; do
  printf '#include "bridge.h"\nextern "C" __attribute__((visibility("default"))) int %s() { return size(); }\n' $name >"$source/$name.cpp"
done

fail() {
  echo "$1; the build said:"
  cat "$work/said" 2>/dev/null
  exit 1
}
build() { bash "$source/build.sh" "$out" >"$work/said" 2>&1; }
says() { grep -qF -- "$1" "$work/said" || fail "no word of '$1'"; }
builds() { build || fail "it does not build"; }
rests() { build && [ ! -s "$work/said" ] || fail "it does not rest $1"; }
# Times of files are compared: what is touched must be newer than what was built.
newer() { sleep 0.05; }

build || fail "the first build fails"
says "3 of 3 files"
[ -f "$out/libmetadsl_torch.so" ] || fail "the first build leaves no library"
[ ! -e "$out/headers.h.gch" ] || fail "the first build leaves its precompiled headers"
rests "after the first build"

newer && touch "$source/one.cpp" && builds && says "1 of 3 files"
newer && touch "$source/bridge.h" && builds && says "3 of 3 files"
rests "after a header changed"
rm "$out/libmetadsl_torch.so" && builds && says "0 of 3 files" && rests "after the library was deleted"
rm "$out/objects/one.o" && builds && says "1 of 3 files"

mv "$source/two.cpp" "$work" && builds
! nm -D "$out/libmetadsl_torch.so" | grep -q ' T two' || fail "what a deleted source held is still in the library"
rests "after a source was deleted"
mv "$work/two.cpp" "$source"

echo 'int broken(' >"$source/broken.cpp"
! build || fail "a source that does not compile passes"
says "broken.cpp:1"
rm "$source/broken.cpp"

rm -rf "$out"
build &
bash "$source/build.sh" "$out" >"$work/said too" 2>&1 && wait $! || fail "two builds at once fail"
[ "$(cat "$work/said" "$work/said too" | grep -c '3 of 3 files')" = 1 ] || fail "two builds at once both work"

CXX='env g++' build || fail "a compiler of two words fails"
! CXX=no-such-compiler build || fail "a compiler that is not there passes"
says "MetaDsl.LibTorch : error : no C++ compiler 'no-such-compiler'; install the package 'g++'"
! LIBTORCH=/no/where build || fail "a LIBTORCH that is not there passes"
says "MetaDsl.LibTorch : error : LIBTORCH is '/no/where', which holds no include/ATen/ATen.h"
! LIBTORCH=some/where build || fail "a relative LIBTORCH passes"
says "a relative path; write it out from the root"

# A libtorch as PyTorch ships it, made of links to the one that is here.
found=$(bash "$source/find-libtorch.sh")
include=$(sed -n 's/^include=\([^:]*\).*/\1/p' <<<"$found")
lib=$(sed -n 's/^lib=//p' <<<"$found")
torch="$work/some site-packages/torch"
mkdir -p "$torch/include" "$torch/lib"
touch "$torch/__init__.py"
for name in ATen c10 torch caffe2; do [ ! -e "$include/$name" ] || ln -s "$include/$name" "$torch/include"; done
ln -s "$lib"/libtorch*.so "$lib"/libc10*.so "$torch/lib"

LIBTORCH=$torch build || fail "a LIBTORCH of links fails"
says "over libtorch in $torch/lib"
readelf -d "$out/libmetadsl_torch.so" | grep -qF "[$torch/lib]" || fail "the library does not look for libtorch where it was built over it"
LIBTORCH=$torch rests "over the same LIBTORCH"
builds && says "3 of 3 files"

# The same through python3, on a machine whose system has none.
sed -i 's|/usr/|/no/|g' "$source/find-libtorch.sh"
if command -v python3 >/dev/null; then
  PYTHONPATH=${torch%/torch} build || fail "the torch of python3 is not found"
  says "over libtorch in $torch/lib"
fi
mkdir "$work/bin"
for tool in bash dirname sed uname; do ln -s "$(type -P $tool)" "$work/bin"; done
! env -u LIBTORCH PATH="$work/bin" bash "$source/find-libtorch.sh" >"$work/said" 2>&1 || fail "a machine without any libtorch passes"
says "MetaDsl.LibTorch : error : no libtorch on this machine. Install Debian's packages (apt-get install libtorch-dev"
