#!/usr/bin/env bash
# Builds libmetadsl_torch.so into the given folder. Does nothing when it is up to date with its sources and with the libtorch it was built over.
set -euo pipefail
out=${1:?the folder to build into}
mkdir -p "$out/objects"
out=$(cd "$out" && pwd)
cd "$(dirname "$0")"

# Several projects of one build may ask at once.
exec 9>"$out/lock"
flock 9

found=$(bash ./find-libtorch.sh)
value() { sed -n "s/^$1=//p" <<<"$found"; }
lib=$(value lib)
IFS=: read -ra includes <<<"$(value include)"
compiler=${CXX:-g++}
command -v "$compiler" >/dev/null || { echo "error: no C++ compiler '$compiler'; install the package 'g++' (apt-get install g++), or name yours in CXX." >&2; exit 1; }

flags=(-std=c++17 -O2 -fPIC -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter)
# As system headers, so that their warnings are not ours; naming /usr/include itself would hide the C library from the C++ one.
for include in "${includes[@]}"; do [ "$include" = /usr/include ] || flags+=(-isystem "$include"); done
# Newer libtorch asks for C++20 in its own headers.
grep -qs '202002L' "${includes[0]}/ATen/ATen.h" && flags[0]=-std=c++20
# PyTorch's wheels before 2.7 use the C++ library's older string.
grep -aq 'SourceLocationENSt7__cxx1112basic_string' "$lib/libc10.so" || flags+=(-D_GLIBCXX_USE_CXX11_ABI=0)

links=(-L"$lib" -Wl,-rpath,"$lib" -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10)
for cuda in torch_cuda c10_cuda; do [ -f "$lib/lib$cuda.so" ] && links+=("-l$cuda"); done

# Everything is rebuilt when the libtorch, the compiler or a flag changes, else what is older than its source or a header.
identity="$(stat -L -c '%n %s %Y' "$lib/libtorch_cpu.so") $("$compiler" --version | head -1) ${flags[*]} ${links[*]}"
[ "$(cat "$out/identity" 2>/dev/null)" = "$identity" ] || rm -f "$out"/objects/*.o "$out/libmetadsl_torch.so"

pending=()
for source in *.cpp; do
  object=$out/objects/${source%.cpp}.o
  [ "$object" -nt "$source" ] && [ "$object" -nt bridge.h ] || pending+=("$source")
done
if [ ${#pending[@]} -eq 0 ] && [ "$out/libmetadsl_torch.so" -nt build.sh ]; then exit 0; fi

echo "MetaDsl.LibTorch: building the native part over libtorch in $lib (${#pending[@]} files; once)"
started=$SECONDS
# One compiler a core, and each takes about 1 GB.
printf '%s\n' "${pending[@]}" | xargs -r -P "$(nproc)" -I{} sh -c '"$0" "$@" -c -o "'"$out"'/objects/$(basename {} .cpp).o" {} || exit 255' "$compiler" "${flags[@]}"
"$compiler" -shared -o "$out/libmetadsl_torch.so.new" "$out"/objects/*.o "${links[@]}"
mv "$out/libmetadsl_torch.so.new" "$out/libmetadsl_torch.so"
echo "$identity" >"$out/identity"
echo "MetaDsl.LibTorch: native part built in $((SECONDS - started)) s"
