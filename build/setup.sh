# Sourced by run.sh and test.sh: finds what they need on this machine, and installs what is missing where there is apt.
#   need_dotnet      the .NET SDK (never installed here)
#   need_libtorch    a C++ compiler and a libtorch to build over
#   need_python      a python3 that has torch and numpy: the peer of tests and benches; sets METADSL_PYTHON
#   want_data_peers  what tests of data compare with: Pillow, Netpbm, Fashion-MNIST; never fails
#   install_missing  installs what the others found missing; ends the script with advice where it cannot
#   build PROJECT    builds in Release, showing only what takes long and what is wrong
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
missing=()
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off

need_dotnet() {
  local home
  for home in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
    command -v dotnet >/dev/null && return
    [ ! -x "$home/dotnet" ] || PATH=$home:$PATH
  done
  command -v dotnet >/dev/null && return
  echo "There is no .NET SDK here; install version 10 from https://dot.net and run this again." >&2
  exit 1
}

need_libtorch() {
  local blas
  # A compiler that CXX names is the user's own affair; the build says so if it is not there.
  [ -n "${CXX:-}" ] || command -v g++ >/dev/null || missing+=(g++)
  # A user's own libtorch, or PyTorch's, will do as well as the system's.
  bash "$root/src/MetaDsl.LibTorch/native/find-libtorch.sh" >/dev/null 2>&1 || {
    [ -z "${LIBTORCH:-}" ] || return 0
    missing+=(libtorch-dev libopenblas0-pthread)
    return
  }
  # Debian's libtorch runs over whichever BLAS is there, and the reference one is many times slower.
  blas=$(readlink -f "/usr/lib/$(uname -m)-linux-gnu/libblas.so.3" || true)
  [[ $blas != */blas/libblas.so.3* ]] || missing+=(libopenblas0-pthread)
}

need_python() {
  find_python || missing+=(python3-torch python3-numpy)
}

# The first python3 is not always the distribution's, which the package would serve.
find_python() {
  local python
  for python in "${METADSL_PYTHON:-}" python3 /usr/bin/python3; do
    [ -n "$python" ] && "$python" -c 'from importlib.util import find_spec as f; exit(not (f("torch") and f("numpy")))' 2>/dev/null || continue
    export METADSL_PYTHON=$python
    return 0
  done
  return 1
}

# Where one of these is neither there nor to be had, the tests that need it count as skipped.
want_data_peers() {
  local wanted=()
  "${METADSL_PYTHON:-/usr/bin/python3}" -c 'import PIL' 2>/dev/null || wanted+=(python3-pil)
  command -v pnmtopng >/dev/null || wanted+=(netpbm)
  [ -d /usr/share/datasets/fashion-mnist ] || wanted+=(dataset-fashion-mnist)
  [ ${#wanted[@]} -gt 0 ] && command -v apt-get >/dev/null || return 0
  # In a subshell: it ends the script where it cannot install.
  (missing=("${wanted[@]}") && install_missing) || echo "Tests that need ${wanted[*]} will be skipped." >&2
}

install_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    cat >&2 <<ADVICE
This machine lacks what Debian calls: ${missing[*]}
There is no apt here to install it; by your own means, install
  - a C++17 compiler (g++, or name yours in CXX),
  - a libtorch with headers, 1.13 or newer: PyTorch for python3, or an unpacked libtorch that LIBTORCH names,
  - for the tests: PyTorch and NumPy for python3 (METADSL_PYTHON names another python3),
and run this again.
ADVICE
    exit 1
  fi

  local become=()
  if [ "$(id -u)" != 0 ]; then
    become=(sudo)
    # Without a terminal nobody could type a password.
    [ -t 0 ] || become+=(-n)
    if ! command -v sudo >/dev/null || ! "${become[@]}" true; then
      echo "Packages are missing and only root may install them; as root, run: apt-get install ${missing[*]}" >&2
      exit 1
    fi
  fi

  echo "Installing ${missing[*]} (apt-get)"
  local apt=("${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120)
  "${apt[@]}" update </dev/null || echo "apt-get update failed; trying with the package lists that are there" >&2
  local log
  log=$(mktemp)
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >"$log" 2>&1 || {
    tail -20 "$log" >&2
    echo "apt-get could not install ${missing[*]}; the lines above say why." >&2
    exit 1
  }
  rm -f "$log"
  missing=()
}

build() {
  # Where everything was built just before, as in ./test.sh, asking again would take longer than many a check.
  [ -z "${METADSL_IS_BUILT:-}" ] || return 0
  local log=$root/artifacts/build.log status=0
  mkdir -p "$root/artifacts"
  echo "Building $1"
  dotnet build "$1" -c Release --nologo -v minimal -clp:NoSummary </dev/null 2>&1 | tee "$log" | grep --line-buffered -E '^ *MetaDsl[A-Za-z.]*: ' || status=${PIPESTATUS[0]}
  [ "$status" = 0 ] || grep -vE ' -> |^ *(Determining|All projects|MetaDsl[A-Za-z.]*: )' "$log" | tail -40 >&2
  return "$status"
}
