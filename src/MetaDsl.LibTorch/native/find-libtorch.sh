#!/usr/bin/env bash
# Prints the header folders and the library folder of the libtorch to build over, a "name=value" a line: the one that
# LIBTORCH names, else the system's, else the one inside the torch of python3. Fails with what to install.
set -euo pipefail

fail() {
  echo "MetaDsl.LibTorch : error : $1" >&2
  exit 1
}

told() { # prefix lib
  echo "include=$1/include:$1/include/torch/csrc/api/include"
  echo "lib=$2"
  exit 0
}

from_folder() { # a libtorch as PyTorch ships it: include/ and lib/ below one folder
  [ -f "$1/include/ATen/ATen.h" ] && [ -f "$1/lib/libtorch.so" ] || return 1
  told "$1" "$1/lib"
}

if [ -n "${LIBTORCH:-}" ]; then
  # A build runs in another folder than the one where the name was written.
  [ "${LIBTORCH:0:1}" = / ] || fail "LIBTORCH is '$LIBTORCH', a relative path; write it out from the root."
  from_folder "$LIBTORCH" ||
    fail "LIBTORCH is '$LIBTORCH', which holds no include/ATen/ATen.h and lib/libtorch.so; name the folder of a libtorch, or unset it to use the system's."
fi

for lib in /usr/lib/"$(uname -m)"-linux-gnu /usr/lib64 /usr/lib /usr/local/lib; do
  prefix=${lib%%/lib*}
  [ -f "$lib/libtorch.so" ] && [ -f "$prefix/include/ATen/ATen.h" ] || continue
  told "$prefix" "$lib"
done

if command -v python3 >/dev/null; then
  # Finds the package without importing it: an import takes seconds.
  package=$(python3 -c '
import importlib.util
spec = importlib.util.find_spec("torch")
print(spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else "")' 2>/dev/null || true)
  [ -z "$package" ] || from_folder "$package" || true
fi

fail "no libtorch on this machine. Install Debian's packages (apt-get install libtorch-dev libopenblas0-pthread), or PyTorch for python3, or name an unpacked libtorch in LIBTORCH."
