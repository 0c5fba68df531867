// What workload.py describes, batched over tasks and with every derivative written out by hand: no autograd. Nothing changes its shape,
// so all memory lasts, and what can be is computed in place.
//   sinusoid --check FOLDER   leaves the meta-gradients of the examples in the folder
//   sinusoid [--quick]        prints for each number of inner steps the iterations a second
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using at::Tensor;
using Clock = std::chrono::steady_clock;

constexpr int64_t tasks = 25, points = 10, width = 40;
constexpr double inner_rate = 0.01, outer_rate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;

// The weights of each of n tasks, or those that all share (n = 1), or something of their shapes. All vectors lie in one row, so that one
// operation changes them all.
struct Weights {
  static constexpr int64_t vector_size = 4 * width + 1, size = width * width + vector_size;

  Tensor vectors, matrix;
  Tensor hidden1_weight = slice(0), hidden1_bias = slice(1), hidden2_bias = slice(2), output_weight = slice(3), output_bias = slice(4);

  Weights(Tensor vectors_of_each, Tensor matrix_of_each) : vectors(std::move(vectors_of_each)), matrix(std::move(matrix_of_each)) {}

  explicit Weights(int64_t n) : Weights(at::empty({n, vector_size}), at::empty({n, width, width})) {}

  static Weights in(const Tensor& row) {
    return {row.narrow(0, 0, vector_size).view({1, vector_size}), row.narrow(0, vector_size, width * width).view({1, width, width})};
  }

  // The order of the files.
  std::vector<Tensor> ordered() const { return {hidden1_weight, hidden1_bias, matrix, hidden2_bias, output_weight, output_bias}; }

 private:
  Tensor slice(int64_t index) const {
    const int64_t start = index * width;
    return vectors.narrow(1, start, std::min(width, vector_size - start)).unsqueeze(1);
  }
};

// Support and query examples: [2, tasks, points, 1].
struct Tasks {
  Tensor x, y;
};

// What a forward pass and the way back from its loss leave behind. The gradient of a layer is that of its sums before the activation.
struct Pass {
  Tensor hidden1 = at::empty({tasks, points, width}), hidden2 = at::empty_like(hidden1);
  Tensor hidden1_gradient = at::empty_like(hidden1), hidden2_gradient = at::empty_like(hidden1);
  Tensor prediction_gradient = at::empty({tasks, points, 1});
};

Tensor transposed(const Tensor& matrices) { return matrices.transpose(1, 2); }

// The examples of all tasks as rows of one matrix.
Tensor rows(const Tensor& examples) { return examples.view({tasks * points, width}); }

// result = beta result + examples matrix: a product for each task, or one for all where they share the matrix.
void add_product(const Tensor& result, const Tensor& examples, const Tensor& matrix, double beta = 1) {
  if (matrix.size(0) == 1) {
    rows(result).addmm_(rows(examples), matrix[0], beta);
  } else {
    result.baddbmm_(examples, matrix, beta);
  }
}

// Keeps what reaches a ReLU that was open.
void mask(Tensor& values, const Tensor& activation) { at::threshold_backward_out(values, values, activation, 0); }

class Maml {
 private:
  Tensor row = at::empty({Weights::size}), gradient_row = at::empty_like(row);

 public:
  Weights weights = Weights::in(row), gradient = Weights::in(gradient_row);

  explicit Maml(int steps) : passes(steps) {
    for (int step = 0; step < steps; step++) adapted.emplace_back(tasks);
  }

  // As PyTorch begins: uniform within 1 / sqrt(inputs).
  void initialize() {
    const double bound = 1 / std::sqrt(static_cast<double>(width));
    row.uniform_(-bound, bound);
    weights.hidden1_weight.uniform_(-1, 1);
    weights.hidden1_bias.uniform_(-1, 1);
  }

  // An iteration of the outer loop, with Adam; returns the query loss.
  double iterate() {
    const double loss = find_meta_gradient(sample());
    iteration++;
    first_moment.lerp_(gradient_row, 1 - beta1);
    second_moment.mul_(beta2).addcmul_(gradient_row, gradient_row, 1 - beta2);
    at::sqrt_out(denominator, second_moment).mul_(1 / std::sqrt(1 - std::pow(beta2, iteration))).add_(epsilon);
    row.addcdiv_(first_moment, denominator, -outer_rate / (1 - std::pow(beta1, iteration)));
    return loss;
  }

  // Leaves the gradient of the mean query loss in `gradient`, and returns the loss.
  double find_meta_gradient(const Tasks& examples) {
    const Tensor support_x = examples.x[0], support_y = examples.y[0];
    for (size_t step = 0; step < passes.size(); step++) {
      Pass& pass = passes[step];
      const Weights& from = weights_before(step);
      find_gradient(from, support_x, support_y, 1.0 / points, pass, slope);
      at::sub_out(adapted[step].vectors, from.vectors, slope.vectors, inner_rate);
      at::baddbmm_out(adapted[step].matrix, from.matrix, transposed(pass.hidden2_gradient), pass.hidden1, 1, -inner_rate);
    }

    constexpr double share = 1.0 / (tasks * points);
    find_gradient(adapted.back(), examples.x[1], examples.y[1], share, query, direction);
    at::bmm_out(direction.matrix, transposed(query.hidden2_gradient), query.hidden1);
    for (size_t step = passes.size(); step-- > 0;) back_through(step, support_x);

    // With residuals r, the gradient of the prediction is 2 share r and the loss the sum of share r^2.
    const Tensor prediction_gradient = query.prediction_gradient.view(-1);
    return at::dot(prediction_gradient, prediction_gradient).item<double>() / (4 * share);
  }

 private:
  static Tasks sample() {
    const Tensor amplitude = at::empty({tasks, 1, 1}).uniform_(0.1, 5.0), phase = at::empty({tasks, 1, 1}).uniform_(0.0, M_PI);
    const Tensor x = at::empty({2, tasks, points, 1}).uniform_(-5.0, 5.0);
    return {x, at::sub(x, phase).sin_().mul_(amplitude)};
  }

  const Weights& weights_before(size_t step) const { return step == 0 ? weights : adapted[step - 1]; }

  // The gradient of share times the sum of squared residuals. Its matrix part is left to the caller, who may want it added to something.
  void find_gradient(const Weights& from, const Tensor& x, const Tensor& y, double share, Pass& pass, Weights& result) {
    at::mul_out(pass.hidden1, x, from.hidden1_weight).add_(from.hidden1_bias).relu_();
    pass.hidden2.copy_(from.hidden2_bias);
    add_product(pass.hidden2, pass.hidden1, transposed(from.matrix));
    pass.hidden2.relu_();
    at::mul_out(terms, pass.hidden2, from.output_weight);
    at::sum_out(pass.prediction_gradient, terms, 2, true).add_(from.output_bias).sub_(y).mul_(2 * share);

    at::mul_out(pass.hidden2_gradient, pass.prediction_gradient, from.output_weight);
    mask(pass.hidden2_gradient, pass.hidden2);
    add_product(pass.hidden1_gradient, pass.hidden2_gradient, from.matrix, 0);
    mask(pass.hidden1_gradient, pass.hidden1);
    at::mul_out(terms, pass.prediction_gradient, pass.hidden2);
    sum_vectors(x, pass, result);
  }

  // The gradients of all but the matrix, from those of the layers and from the output weight's terms.
  void sum_vectors(const Tensor& x, const Pass& pass, Weights& result) {
    at::sum_out(result.output_weight, terms, 1, true);
    at::sum_out(result.output_bias, pass.prediction_gradient, 1, true);
    at::sum_out(result.hidden2_bias, pass.hidden2_gradient, 1, true);
    at::sum_out(result.hidden1_bias, pass.hidden1_gradient, 1, true);
    at::mul_out(terms, x, pass.hidden1_gradient);
    at::sum_out(result.hidden1_weight, terms, 1, true);
  }

  // Carries v, which is `direction`, back through an inner step: v - rate H v. The product of the Hessian is the derivative of the step's
  // gradient in the direction v, so each line here is the derivative of a line of find_gradient. Where each task has a matrix of its own,
  // libtorch makes a small product for each, which costs little more when it is twice as long: so a b + c d is [a c] [b; d].
  void back_through(size_t step, const Tensor& x) {
    const Pass& pass = passes[step];
    const Weights& from = weights_before(step);
    at::mul_out(tangent.hidden1, x, direction.hidden1_weight).add_(direction.hidden1_bias);
    mask(tangent.hidden1, pass.hidden1);
    tangent.hidden2.copy_(direction.hidden2_bias);
    if (step > 0) {
      at::cat_out(joined_examples, {tangent.hidden1, pass.hidden1}, 2);
      at::cat_out(joined_columns, {from.matrix, direction.matrix}, 2);
      add_product(tangent.hidden2, joined_examples, transposed(joined_columns));
    } else {
      add_product(tangent.hidden2, tangent.hidden1, transposed(from.matrix));
      add_product(tangent.hidden2, pass.hidden1, transposed(direction.matrix));
    }
    mask(tangent.hidden2, pass.hidden2);
    at::mul_out(terms, tangent.hidden2, from.output_weight).add_(at::mul_out(more_terms, pass.hidden2, direction.output_weight));
    at::sum_out(tangent.prediction_gradient, terms, 2, true).add_(direction.output_bias).mul_(2.0 / points);

    at::mul_out(tangent.hidden2_gradient, tangent.prediction_gradient, from.output_weight)
        .add_(at::mul_out(more_terms, pass.prediction_gradient, direction.output_weight));
    mask(tangent.hidden2_gradient, pass.hidden2);
    if (step > 0) {
      at::cat_out(joined_examples, {tangent.hidden2_gradient, pass.hidden2_gradient}, 2);
      at::cat_out(joined_rows, {from.matrix, direction.matrix}, 1);
      add_product(tangent.hidden1_gradient, joined_examples, joined_rows, 0);
    } else {
      add_product(tangent.hidden1_gradient, tangent.hidden2_gradient, from.matrix, 0);
      add_product(tangent.hidden1_gradient, pass.hidden2_gradient, direction.matrix);
    }
    mask(tangent.hidden1_gradient, pass.hidden1);
    at::mul_out(terms, tangent.prediction_gradient, pass.hidden2)
        .add_(at::mul_out(more_terms, pass.prediction_gradient, tangent.hidden2));
    sum_vectors(x, tangent, slope);

    direction.vectors.sub_(slope.vectors, inner_rate);
    if (step > 0) {
      at::cat_out(joined_gradients, {tangent.hidden2_gradient, pass.hidden2_gradient}, 1);
      at::cat_out(joined_points, {pass.hidden1, tangent.hidden1}, 1);
      direction.matrix.baddbmm_(transposed(joined_gradients), joined_points, 1, -inner_rate);
    } else {
      // All tasks started from the same weights, so their gradients add up; for the matrix that is a product over all examples at once.
      at::sum_out(gradient.vectors, direction.vectors, 0, true);
      at::sum_out(gradient.matrix, direction.matrix, 0, true);
      gradient.matrix[0]
          .addmm_(rows(tangent.hidden2_gradient).t(), rows(pass.hidden1), 1, -inner_rate)
          .addmm_(rows(pass.hidden2_gradient).t(), rows(tangent.hidden1), 1, -inner_rate);
    }
  }

  Tensor first_moment = at::zeros_like(row), second_moment = at::zeros_like(row), denominator = at::empty_like(row);
  int64_t iteration = 0;
  std::vector<Weights> adapted;
  std::vector<Pass> passes;
  Pass query, tangent;
  Weights direction{tasks}, slope{tasks};
  Tensor terms = at::empty({tasks, points, width}), more_terms = at::empty_like(terms);
  Tensor joined_examples = at::empty({tasks, points, 2 * width});
  Tensor joined_gradients = at::empty({tasks, 2 * points, width}), joined_points = at::empty_like(joined_gradients);
  Tensor joined_columns = at::empty({tasks, width, 2 * width}), joined_rows = at::empty({tasks, 2 * width, width});
};

double elapsed(Clock::time_point since) { return std::chrono::duration<double>(Clock::now() - since).count(); }

// The median over windows of the iterations a second.
double measure(Maml& maml, bool quick) {
  const double warm_up = quick ? 0.6 : 1.0, window = quick ? 0.1 : 0.4;
  const int windows = quick ? 3 : 7;
  int64_t count = 0;
  auto start = Clock::now();
  for (; elapsed(start) < warm_up; count++) maml.iterate();
  const auto iterations = std::max<int64_t>(1, static_cast<int64_t>(count * (window / elapsed(start))));
  std::vector<double> speeds;
  for (int i = 0; i < windows; i++) {
    start = Clock::now();
    for (int64_t iteration = 0; iteration < iterations; iteration++) maml.iterate();
    speeds.push_back(iterations / elapsed(start));
  }
  std::sort(speeds.begin(), speeds.end());
  return speeds[windows / 2];
}

Tensor read(const std::string& path, at::IntArrayRef shape) {
  Tensor numbers = at::empty(shape);
  std::ifstream file(path, std::ios::binary);
  file.exceptions(std::ios::failbit | std::ios::badbit);
  file.read(static_cast<char*>(numbers.data_ptr()), static_cast<std::streamsize>(numbers.nbytes()));
  return numbers;
}

void check(const std::string& folder, int steps) {
  Maml maml(steps);
  const Tensor weights = read(folder + "/weights", {Weights::size});
  int64_t start = 0;
  for (const Tensor& weight : maml.weights.ordered()) {
    weight.view(-1).copy_(weights.narrow(0, start, weight.numel()));
    start += weight.numel();
  }
  const std::vector<int64_t> shape{2, tasks, points, 1};
  maml.find_meta_gradient({read(folder + "/x", shape), read(folder + "/y", shape)});

  std::ofstream file(folder + "/gradient.cpp." + std::to_string(steps), std::ios::binary);
  file.exceptions(std::ios::failbit | std::ios::badbit);
  for (const Tensor& part : maml.gradient.ordered())
    file.write(static_cast<const char*>(part.data_ptr()), static_cast<std::streamsize>(part.nbytes()));
}

}  // namespace

int main(int count, char** arguments) {
  const std::string option = count > 1 ? arguments[1] : "";
  const c10::InferenceMode no_autograd;
  at::set_num_threads(1);
  for (const int steps : {1, 5}) {
    if (option == "--check") {
      check(arguments[2], steps);
      continue;
    }
    Maml maml(steps);
    maml.initialize();
    std::printf("%d %.2f\n", steps, measure(maml, option == "--quick"));
  }
}
