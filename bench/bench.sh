# Sourced by each bench's run.sh in its folder: finds or installs what a bench needs, and sets
#   name   the folder's
#   out    where it leaves its files
#   quick  --quick, or nothing
#   build_ours PROJECT   builds csharp/PROJECT.csproj; sets ours, its program
#   build_peer           builds cpp/NAME.cpp to out/NAME
. ../../build/setup.sh
name=${PWD##*/}
out=$root/artifacts/$name
quick=
[[ " $* " != *" --quick "* ]] || quick=--quick

need_dotnet
need_libtorch
need_python
install_missing
find_python
mkdir -p "$out"

# torch.set_num_threads does not reach every BLAS.
export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

build_ours() {
  build "$PWD/csharp/$1.csproj"
  ours=$PWD/csharp/bin/Release/net10.0/$1.dll
}

# With the flags and the libtorch of our own native part.
build_peer() {
  . ../../src/MetaDsl.LibTorch/native/toolchain.sh
  if [ "$(cat "$out/identity" 2>/dev/null)" != "$identity" ] || [ ! "$out/$name" -nt "cpp/$name.cpp" ]; then
    echo "Building bench/$name/cpp"
    "${compiler[@]}" "${flags[@]}" -o "$out/$name" "cpp/$name.cpp" "${links[@]}"
    echo "$identity" >"$out/identity"
  fi
}
