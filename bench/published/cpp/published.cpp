// The published experiment in plain C++ and double precision, with neither torch nor anything of ours in it: the same network, initial
// weights, tasks, steps and evaluation as in Experiments.cs. The gradient of a task is written out, and so is its curvature in a direction,
// through which a gradient goes back over an inner step.
//   published FORM FIRST LAST [--quick]   a row of the table for each seed; FORM is OneStep, OneStepFirstOrder or FiveSteps
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr int Tasks = 25, Shots = 10, Width = 40, Grid = 100, Looks = 11;
constexpr double InnerRate = 0.01, OuterRate = 1e-3, Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

using Layer = std::array<double, Width>;

// Also used for what has the shape of weights: gradients, directions, Adam's means.
struct Weights {
  Layer weight1{}, bias1{};
  std::array<Layer, Width> weight2{};  // [input][output]
  Layer bias2{}, weight3{};
  double bias3 = 0;

  static constexpr int count = 4 * Width + Width * Width + 1;
  double *begin() { return reinterpret_cast<double *>(this); }
  double *end() { return begin() + count; }
  const double *begin() const { return reinterpret_cast<const double *>(this); }
};
static_assert(sizeof(Weights) == Weights::count * sizeof(double), "the weights lie in one row");

struct Points {
  std::array<double, Shots> x, y;
};

struct Task {
  double amplitude, phase;
  Points support, query;
  double target(double x) const { return amplitude * std::sin(x - phase); }
};

struct Form {
  const char *name, *bar;
  int steps;
  bool second_order;
  double least, most, most_median;
};

constexpr double Unbound = std::numeric_limits<double>::infinity();
const Form forms[] = {
    {"OneStep", "after 1: 0.33-0.42", 1, true, 0.33, 0.42, 0.15},
    {"OneStepFirstOrder", "after 1: 0.40-0.52", 1, false, 0.40, 0.52, Unbound},
    {"FiveSteps", "after 5: < 0.09", 5, true, 0, 0.09, Unbound},
};

void add(Weights &to, double factor, const Weights &what) {
  for (int i = 0; i < Weights::count; i++) to.begin()[i] += factor * what.begin()[i];
}

double product(const Layer &left, const Layer &right) {
  double sum = 0;
#pragma omp simd reduction(+ : sum)
  for (int i = 0; i < Width; i++) sum += left[i] * right[i];
  return sum;
}

// What one point leads to on the way forward, and how much the error changes with each sum on the way back.
struct Pass {
  Layer hidden1, hidden2 = {}, change1 = {}, change2 = {};
  double prediction, change3;

  Pass(const Weights &w, double x, double y) {
    for (int i = 0; i < Width; i++) hidden1[i] = std::max(0.0, w.weight1[i] * x + w.bias1[i]);
    hidden2 = w.bias2;
    for (int i = 0; i < Width; i++) {
      if (hidden1[i] <= 0) continue;
      for (int j = 0; j < Width; j++) hidden2[j] += hidden1[i] * w.weight2[i][j];
    }
    for (double &value : hidden2) value = std::max(0.0, value);
    prediction = product(hidden2, w.weight3) + w.bias3;
    // Of the mean over the points.
    change3 = 2.0 / Shots * (prediction - y);
  }

  void back(const Weights &w) {
    for (int j = 0; j < Width; j++) change2[j] = hidden2[j] > 0 ? change3 * w.weight3[j] : 0;
    for (int i = 0; i < Width; i++) change1[i] = hidden1[i] > 0 ? product(change2, w.weight2[i]) : 0;
  }
};

double prediction(const Weights &w, double x) { return Pass(w, x, 0).prediction; }

// Of the mean squared error of ten points.
Weights gradient(const Weights &w, const Points &points) {
  Weights result;
  for (int n = 0; n < Shots; n++) {
    Pass pass(w, points.x[n], points.y[n]);
    pass.back(w);
    for (int i = 0; i < Width; i++) {
      result.weight1[i] += points.x[n] * pass.change1[i];
      result.bias1[i] += pass.change1[i];
      result.bias2[i] += pass.change2[i];
      result.weight3[i] += pass.hidden2[i] * pass.change3;
      if (pass.hidden1[i] <= 0) continue;
      for (int j = 0; j < Width; j++) result.weight2[i][j] += pass.hidden1[i] * pass.change2[j];
    }
    result.bias3 += pass.change3;
  }
  return result;
}

// How that gradient changes when the weights move in the direction v: the derivative of each line above.
Weights curvature(const Weights &w, const Points &points, const Weights &v) {
  Weights result;
  for (int n = 0; n < Shots; n++) {
    const double x = points.x[n];
    Pass pass(w, x, points.y[n]);
    pass.back(w);
    Layer hidden1{}, hidden2 = v.bias2, change1{}, change2{};
    for (int i = 0; i < Width; i++) {
      if (pass.hidden1[i] <= 0) continue;
      hidden1[i] = v.weight1[i] * x + v.bias1[i];
      for (int j = 0; j < Width; j++) hidden2[j] += hidden1[i] * w.weight2[i][j] + pass.hidden1[i] * v.weight2[i][j];
    }
    for (int j = 0; j < Width; j++) hidden2[j] = pass.hidden2[j] > 0 ? hidden2[j] : 0;
    const double change3 = 2.0 / Shots * (product(hidden2, w.weight3) + product(pass.hidden2, v.weight3) + v.bias3);
    for (int j = 0; j < Width; j++) change2[j] = pass.hidden2[j] > 0 ? change3 * w.weight3[j] + pass.change3 * v.weight3[j] : 0;
    for (int i = 0; i < Width; i++) {
      if (pass.hidden1[i] <= 0) continue;
      change1[i] = product(change2, w.weight2[i]) + product(pass.change2, v.weight2[i]);
      for (int j = 0; j < Width; j++) result.weight2[i][j] += hidden1[i] * pass.change2[j] + pass.hidden1[i] * change2[j];
    }
    for (int i = 0; i < Width; i++) {
      result.weight1[i] += x * change1[i];
      result.bias1[i] += change1[i];
      result.bias2[i] += change2[i];
      result.weight3[i] += hidden2[i] * pass.change3 + pass.hidden2[i] * change3;
    }
    result.bias3 += change3;
  }
  return result;
}

double query_loss(const Weights &w, const Task &task, int steps) {
  Weights adapted = w;
  for (int step = 0; step < steps; step++) add(adapted, -InnerRate, gradient(adapted, task.support));
  double sum = 0;
  for (int n = 0; n < Shots; n++) {
    const double error = prediction(adapted, task.query.x[n]) - task.query.y[n];
    sum += error * error / Shots;
  }
  return sum;
}

Weights meta_gradient(const Weights &w, const Task &task, const Form &form) {
  std::vector<Weights> path{w};
  for (int step = 0; step < form.steps; step++) {
    Weights next = path.back();
    add(next, -InnerRate, gradient(next, task.support));
    path.push_back(next);
  }
  Weights result = gradient(path.back(), task.query);
  for (int step = form.steps; form.second_order && step-- > 0;) add(result, -InnerRate, curvature(path[step], task.support, result));
  return result;
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine(seed) {}

  double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine); }

  // Within two deviations, as the first paper's code begins.
  double truncated_normal(double deviation) {
    std::normal_distribution<double> normal;
    double value;
    do value = normal(engine);
    while (std::abs(value) > 2);
    return deviation * value;
  }

  Task task() {
    Task task{uniform(0.1, 5), uniform(0, std::acos(-1.0)), {}, {}};
    for (Points *points : {&task.support, &task.query}) {
      for (int n = 0; n < Shots; n++) points->y[n] = task.target(points->x[n] = uniform(-5, 5));
    }
    return task;
  }

 private:
  std::mt19937_64 engine;
};

// Each task's mean squared error at 100 even points after 0 to 10 steps: [steps][tasks]. The tasks are the same each time.
std::array<std::vector<double>, Looks> evaluate(const Weights &w, int tasks) {
  std::array<std::vector<double>, Looks> errors;
  Random random(0);
  for (int i = 0; i < tasks; i++) {
    const Task task = random.task();
    Weights adapted = w;
    for (int step = 0; step < Looks; step++) {
      double sum = 0;
      for (int n = 0; n < Grid; n++) {
        const double x = -5 + 10.0 * n / (Grid - 1), error = prediction(adapted, x) - task.target(x);
        sum += error * error / Grid;
      }
      errors[step].push_back(sum);
      add(adapted, -InnerRate, gradient(adapted, task.support));
    }
  }
  return errors;
}

// Of the finite ones.
double mean(const std::vector<double> &values) {
  double sum = 0;
  int count = 0;
  for (double value : values) {
    if (!std::isfinite(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}

double median(std::vector<double> values) {
  for (double &value : values) value = std::isfinite(value) ? value : Unbound;
  std::sort(values.begin(), values.end());
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

Weights initial_weights(Random &random) {
  Weights w;
  for (double &value : w.weight1) value = random.truncated_normal(0.01);
  for (Layer &row : w.weight2) {
    for (double &value : row) value = random.truncated_normal(0.01);
  }
  for (double &value : w.weight3) value = random.truncated_normal(0.01);
  return w;
}

// The meta-gradient against central differences, at weights where many units are at work.
void check(const Form &form) {
  if (!form.second_order) return;
  Random random(7);
  Weights w = initial_weights(random), direction;
  for (double &value : w) value = 30 * value + random.uniform(-0.3, 0.3);
  for (double &value : direction) value = random.uniform(-1, 1);
  const Task task = random.task();
  const Weights gradient = meta_gradient(w, task, form);
  Weights up = w, down = w;
  add(up, 1e-6, direction);
  add(down, -1e-6, direction);
  const double slope = (query_loss(up, task, form.steps) - query_loss(down, task, form.steps)) / 2e-6;
  const double found = std::inner_product(gradient.begin(), gradient.begin() + Weights::count, direction.begin(), 0.0);
  if (std::abs(found - slope) <= 1e-6 * std::abs(slope)) return;
  std::fprintf(stderr, "%s: the slope is %.12g, the gradient says %.12g\n", form.name, slope, found);
  std::exit(99);
}

// A few tasks that diverge take a mean to where its digits say nothing.
std::string shown(double error) {
  char text[32];
  std::snprintf(text, sizeof text, error < 1000 ? "%8.4f" : "%8.1e", error);
  return text;
}

void run(const Form &form, int seed, bool is_quick) {
  const int iterations = is_quick ? 210 : 70000, pieces = 35, watched = 10, piece = iterations / pieces;
  Random random(seed);
  Weights w = initial_weights(random), first, second;
  std::vector<double> seen;
  for (int iteration = 1; iteration <= iterations; iteration++) {
    Weights change;
    for (int i = 0; i < Tasks; i++) add(change, 1.0 / Tasks, meta_gradient(w, random.task(), form));
    const double correction1 = 1 - std::pow(Beta1, iteration), correction2 = 1 - std::pow(Beta2, iteration);
    for (int i = 0; i < Weights::count; i++) {
      double &mean = first.begin()[i], &square = second.begin()[i];
      const double g = change.begin()[i];
      mean = Beta1 * mean + (1 - Beta1) * g;
      square = Beta2 * square + (1 - Beta2) * g * g;
      w.begin()[i] -= OuterRate * (mean / correction1) / (std::sqrt(square / correction2) + Epsilon);
    }
    if (iteration % piece == 0 && iteration >= (pieces - watched) * piece && iteration < iterations) {
      seen.push_back(mean(evaluate(w, is_quick ? 50 : 2000)[form.steps]));
    }
  }

  const auto errors = evaluate(w, is_quick ? 50 : 10000);
  const double end = mean(errors[form.steps]), middle = median(errors[10]);
  seen.push_back(end);
  const auto [low, high] = std::minmax_element(seen.begin(), seen.end());
  int diverged = 0;
  for (std::size_t i = 0; i < errors[0].size(); i++) diverged += !(errors[10][i] <= 10 * errors[0][i]);
  const bool holds = end >= form.least && end <= form.most && middle < form.most_median;
  std::printf("| C++: %-17s | %4d | %6.3f | %s | %s | %s | %s | %6.2f %% | %.2f to %.2f       | %-18s | %-4s |\n", form.name, seed,
              mean(errors[0]), shown(mean(errors[1])).c_str(), shown(mean(errors[5])).c_str(), shown(mean(errors[10])).c_str(),
              shown(middle).c_str(), 100.0 * diverged / errors[0].size(), *low, *high, form.bar, is_quick ? "-" : holds ? "yes" : "NO");
  std::fflush(stdout);
}

}  // namespace

int main(int count, char **arguments) {
  const std::string name = count > 3 ? arguments[1] : "";
  const Form *form = std::find_if(std::begin(forms), std::end(forms), [&](const Form &one) { return one.name == name; });
  if (form == std::end(forms)) return std::fprintf(stderr, "published FORM FIRST LAST [--quick]\n"), 2;
  check(*form);
  for (int seed = std::atoi(arguments[2]); seed <= std::atoi(arguments[3]); seed++) run(*form, seed, count > 4);
}
