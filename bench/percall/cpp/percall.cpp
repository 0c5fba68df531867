// The same as Program.cs and percall.py: for each operation the median over rounds of the nanoseconds a call.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double elapsed(Clock::time_point since) { return std::chrono::duration<double, std::nano>(Clock::now() - since).count(); }

template <class Operation>
void measure(const char* name, bool quick, const Operation& operation) {
  const double warm_up = quick ? 400e6 : 800e6, round = quick ? 10e6 : 25e6;
  const int rounds = quick ? 9 : 21;
  int64_t calls = 0;
  auto start = Clock::now();
  while (elapsed(start) < warm_up) {
    for (int i = 0; i < 10; i++) operation();
    calls += 10;
  }
  const int64_t calls_per_round = std::max<int64_t>(1, static_cast<int64_t>(calls * (round / elapsed(start))));
  std::vector<double> times;
  for (int i = 0; i < rounds; i++) {
    start = Clock::now();
    for (int64_t call = 0; call < calls_per_round; call++) operation();
    times.push_back(elapsed(start) / calls_per_round);
  }
  std::sort(times.begin(), times.end());
  std::printf("%s %.1f\n", name, times[rounds / 2]);
}

}  // namespace

int main(int count, char** arguments) {
  const bool quick = count > 1 && std::strcmp(arguments[1], "--quick") == 0;
  at::set_num_threads(1);
  const at::Tensor a = at::ones({8}), b = at::zeros({8}), matrix = at::ones({8, 8});
  const at::Tensor hidden = at::ones({25, 10, 40}), weights = at::ones({25, 40, 40});
  const at::Tensor x = at::ones({8}).set_requires_grad(true);
  float sum = 0;

  measure("add", quick, [&] { a.add(b); });
  measure("add_inplace", quick, [&] { a.add_(b); });
  measure("mm", quick, [&] { matrix.mm(matrix); });
  measure("bmm", quick, [&] { hidden.bmm(weights); });
  measure("zeros", quick, [&] { at::zeros({8}); });
  measure("sum_item", quick, [&] { sum = a.sum().item<float>(); });
  measure("add_scalar", quick, [&] { a + 1.0f; });
  measure("grad_of_grad", quick, [&] {
    const auto slope = torch::autograd::grad({x.pow(3).sum()}, {x}, {}, true, true)[0];
    torch::autograd::grad({slope.sum()}, {x});
  });
  return sum == 8 ? 0 : 1;
}
