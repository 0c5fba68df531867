#!/usr/bin/env bash
# Prints the folder, the header folders and the library folder of the libtorch to build over, a "name=value" a line:
# the one that LIBTORCH names, else the system's, else the one inside the torch of python3. Fails with what to install.
set -euo pipefail

told() { # root include... -- lib
  echo "root=$1"
  echo "include=$2"
  echo "lib=$3"
  exit 0
}

from_folder() { # a libtorch as PyTorch ships it: include/ and lib/ below one folder
  local root=$1
  [ -f "$root/include/ATen/ATen.h" ] && [ -f "$root/lib/libtorch.so" ] || return 1
  told "$root" "$root/include:$root/include/torch/csrc/api/include" "$root/lib"
}

if [ -n "${LIBTORCH:-}" ]; then
  from_folder "$LIBTORCH" || {
    echo "error: LIBTORCH is '$LIBTORCH', which holds no include/ATen/ATen.h and lib/libtorch.so; name the folder of a libtorch, or unset it to use the system's." >&2
    exit 1
  }
fi

for lib in /usr/lib/"$(uname -m)"-linux-gnu /usr/lib64 /usr/lib /usr/local/lib; do
  prefix=${lib%%/lib*}
  [ -f "$lib/libtorch.so" ] && [ -f "$prefix/include/ATen/ATen.h" ] || continue
  told "$lib" "$prefix/include:$prefix/include/torch/csrc/api/include" "$lib"
done

if command -v python3 >/dev/null; then
  # Finds the package without importing it: an import takes seconds.
  package=$(python3 -c '
import importlib.util
spec = importlib.util.find_spec("torch")
print(spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else "")' 2>/dev/null || true)
  [ -n "$package" ] && from_folder "$package" || true
fi

echo "error: no libtorch on this machine. Install Debian's 'libtorch-dev' (apt-get install libtorch-dev libopenblas0-pthread), or PyTorch for python3, or name an unpacked libtorch in LIBTORCH." >&2
exit 1
