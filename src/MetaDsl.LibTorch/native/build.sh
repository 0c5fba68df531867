#!/usr/bin/env bash
# Builds libmetadsl_torch.so into the given folder. Does nothing when it is up to date with its sources and with the libtorch it was built over.
set -euo pipefail
mkdir -p "${1:?the folder to build into}/objects"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")"
library=$out/libmetadsl_torch.so

# Several projects of one build may ask at once.
exec 9>"$out/lock"
flock 9

. ./toolchain.sh

if [ "$(cat "$out/identity" 2>/dev/null)" != "$identity" ]; then
  rm -f "$out"/objects/*.o "$library"
  echo "$identity" >"$out/identity"
fi

objects=() pending=()
newest_header=$(ls -t ./*.h toolchain.sh | head -1)
for source in *.cpp; do
  object=$out/objects/${source%.cpp}.o
  objects+=("$object")
  [ "$object" -nt "$source" ] && [ "$object" -nt "$newest_header" ] || pending+=("$source")
done

# The list of objects decides as well: a source may have gone.
is_linked() {
  local object
  [ "$(cat "$out/linked" 2>/dev/null)" = "${objects[*]}" ] || return 1
  for object in "${objects[@]}"; do [ "$library" -nt "$object" ] || return 1; done
}
if [ ${#pending[@]} -eq 0 ] && is_linked; then exit 0; fi

echo "MetaDsl.LibTorch: building the native part over libtorch in $lib (${#pending[@]} of ${#objects[@]} files; once)"
started=$SECONDS
# Most of a compilation is reading libtorch's headers, so GCC reads them once for all. The result is large, and is not kept.
if [ ${#pending[@]} -gt 2 ] && "${compiler[@]}" --version | grep -q 'Free Software Foundation'; then
  trap 'rm -f "$out"/headers.h*' EXIT
  echo "#include \"$PWD/bridge.h\"" >"$out/headers.h"
  "${compiler[@]}" "${flags[@]}" -x c++-header -o "$out/headers.h.gch" "$out/headers.h"
  flags+=(-include "$out/headers.h")
fi
# One compiler a core, as far as memory goes: each takes up to 1.5 GB.
jobs=$(awk -v cores="$(nproc)" '/^MemAvailable/ { fit = int($2 / 1500000); print fit < 1 ? 1 : fit < cores ? fit : cores }' /proc/meminfo)
# An object gets its name when it is whole, so that a build that was cut short leaves no half of one.
compile='out=$0 source=$1; shift; object=$out/objects/${source%.cpp}.o; "$@" -c -o "$object.part" "$source" && mv "$object.part" "$object" || exit 255'
printf '%s\n' "${pending[@]}" | xargs -r -P "${jobs:-1}" -I{} sh -c "$compile" "$out" {} "${compiler[@]}" "${flags[@]}"
"${compiler[@]}" -shared -o "$library.part" "${objects[@]}" "${links[@]}"
mv "$library.part" "$library"
echo "${objects[*]}" >"$out/linked"
echo "MetaDsl.LibTorch: native part built in $((SECONDS - started)) s"
