#!/usr/bin/env bash
# What build/setup.sh installs, and what it says, on machines that lack something: pretended ones, whose commands are few.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
native=src/MetaDsl.LibTorch/native
mkdir -p "$work/build" "$work/$native" "$work/bin" "$work/torch"
cp build/setup.sh "$work/build"
# Without the libtorch of the system that this runs on.
sed 's|/usr/|/no/|g' "$native/find-libtorch.sh" >"$work/$native/find-libtorch.sh"

for tool in bash cat dirname env mktemp readlink rm sed tail true uname; do ln -s "$(type -P $tool)" "$work/bin"; done
pretend() { # name body
  printf '#!%s\n%s\n' "$(command -v bash)" "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}
pretend id 'echo ${USER_ID:-0}'
pretend python3 'exit 1'
pretend apt-get 'echo "$*" >>"'"$work"'/apt"; [[ $* != *install* ]] || exit ${APT_FAILS:-0}'

fail() {
  echo "$1"
  cat "$work/said" "$work/apt" 2>/dev/null
  exit 1
}
setup() { # commands of setup.sh...
  rm -f "$work/apt"
  env -u LIBTORCH -u CXX -u METADSL_PYTHON "${variables[@]}" PATH="$work/bin" TMPDIR="$work" \
    bash -euc '. "$0/build/setup.sh"; for step in "$@"; do "$step"; done' "$work" "$@" >"$work/said" 2>&1 </dev/null
}
installs() { grep -qE -- "install -y --no-install-recommends $1\$" "$work/apt" || fail "it does not install $1:"; }
installs_nothing() { [ ! -e "$work/apt" ] || fail "it calls apt-get:"; }
says() { grep -qF -- "$1" "$work/said" || fail "no word of '$1' in:"; }

variables=(A=)
setup need_libtorch install_missing || fail "a bare machine fails:"
installs "g\+\+ libtorch-dev libopenblas0-pthread"
says "Installing g++ libtorch-dev libopenblas0-pthread (apt-get)"
[ "$(head -1 "$work/apt" | grep -c update)" = 1 ] || fail "the package lists are not fetched first:"

variables=(APT_FAILS=1)
! setup need_libtorch install_missing || fail "a failed installation passes:"
says "apt-get could not install g++ libtorch-dev libopenblas0-pthread"

echo "a user without root"
variables=(USER_ID=1000)
! setup need_libtorch install_missing || fail "a user without sudo passes:"
installs_nothing
says "as root, run: apt-get install g++ libtorch-dev libopenblas0-pthread"
pretend sudo '[ "$1" != -n ] || shift; [ -z "${NO_SUDO:-}" ] || exit 1; exec "$@"'
setup need_libtorch install_missing || fail "a user with sudo fails:"
installs "g\+\+ libtorch-dev libopenblas0-pthread"
variables=(USER_ID=1000 NO_SUDO=1)
! setup need_libtorch install_missing || fail "a user who may not use sudo passes:"
says "as root, run: apt-get install"

echo "only what is missing"
pretend g++ true
variables=(LIBTORCH="$work/torch")
setup need_libtorch install_missing || fail "a user's own libtorch fails:"
installs_nothing
variables=(A=)
setup need_libtorch install_missing
installs "libtorch-dev libopenblas0-pthread"
pretend python3 'exit 0'
variables=(METADSL_PYTHON=python3)
setup need_python install_missing || fail "a python3 with torch fails:"
installs_nothing

echo "the peers of data"
pretend python3 'exit 1'
variables=(METADSL_PYTHON=python3)
setup want_data_peers || fail "peers of data that can be installed fail:"
grep -qE -- "install .*python3-pil netpbm" "$work/apt" || fail "it does not install Pillow and Netpbm:"
variables=(METADSL_PYTHON=python3 APT_FAILS=1)
setup want_data_peers || fail "peers of data that cannot be installed fail:"
says "will be skipped"

echo "no apt"
rm "$work/bin/apt-get"
pretend python3 'exit 1'
variables=(A=)
! setup need_libtorch install_missing || fail "a machine without apt passes:"
says "This machine lacks what Debian calls: libtorch-dev libopenblas0-pthread"
says "PyTorch for python3, or an unpacked libtorch that LIBTORCH names"

echo "no .NET"
variables=(HOME="$work" DOTNET_ROOT=)
if [ ! -x /usr/share/dotnet/dotnet ] && [ ! -x /usr/lib/dotnet/dotnet ]; then
  ! setup need_dotnet || fail "a machine without .NET passes:"
  says "install version 10 from https://dot.net"
fi
