# Sourced by what compiles C++ against libtorch. Sets: compiler, flags and links (arrays), lib (the folder of libtorch).
native=$(dirname "${BASH_SOURCE[0]}")

found=$(bash "$native/find-libtorch.sh") || exit 1
value() { sed -n "s/^$1=//p" <<<"$found"; }
lib=$(value lib)
IFS=: read -ra includes <<<"$(value include)"

# CXX may hold several words, such as "ccache g++".
read -ra compiler <<<"${CXX:-g++}"
command -v "${compiler[0]}" >/dev/null || {
  echo "MetaDsl.LibTorch : error : no C++ compiler '${compiler[0]}'; install the package 'g++' (apt-get install g++), or name yours in CXX." >&2
  exit 1
}

flags=(-std=c++17 -O2 -fPIC -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter)
# As system headers, so that their warnings are not ours; naming /usr/include itself would hide the C library from the C++ one.
for include in "${includes[@]}"; do [ "$include" = /usr/include ] || flags+=(-isystem "$include"); done
# Newer libtorch asks for C++20 in its own headers.
grep -qs '202002L' "${includes[0]}/ATen/ATen.h" && flags[0]=-std=c++20
# PyTorch's wheels before 2.7 use the C++ library's older string.
grep -aq 'SourceLocationENSt7__cxx1112basic_string' "$lib/libc10.so" || flags+=(-D_GLIBCXX_USE_CXX11_ABI=0)

links=(-L"$lib" -Wl,-rpath,"$lib" -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10)
for cuda in torch_cuda c10_cuda; do
  [ ! -f "$lib/lib$cuda.so" ] || links+=("-l$cuda")
done

# Our parallel loops run on the threads of libtorch's own: where that brings an OpenMP of its own, or the compiler another, ours are serial.
if [[ $(readelf -d "$lib/libtorch_cpu.so") == *'[libgomp.so.1]'* && $("${compiler[@]}" --version) == *'Free Software Foundation'* ]]; then
  flags+=(-fopenmp)
  links+=(-lgomp)
fi

# What a built file depends on besides its source: the libtorch, the compiler and the flags.
identity="$(stat -L -c '%n %s %Y' "$lib/libtorch_cpu.so") $("${compiler[@]}" --version | head -1) ${flags[*]} ${links[*]}"
