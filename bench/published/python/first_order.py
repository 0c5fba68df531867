"""The first-order experiment by hand in PyTorch, batched over tasks and with nothing of ours in it: the same network, initial weights,
tasks, steps and evaluation as OneStepFirstOrder in Experiments.cs.
  first_order.py SEED [--quick]   prints the row of the table
"""
import math
import sys

import torch

TASKS, POINTS, WIDTH = 25, 10, 40
INNER_RATE, OUTER_RATE, BETA1, BETA2, EPSILON = 0.01, 1e-3, 0.9, 0.999, 1e-8
SIZES = [WIDTH, WIDTH, WIDTH * WIDTH, WIDTH, WIDTH, 1]


def views(row):
    """The weights of one row: matrices [inputs, outputs], each followed by its bias."""
    weight1, bias1, weight2, bias2, weight3, bias3 = row.split(SIZES)
    return [weight1.view(1, WIDTH), bias1, weight2.view(WIDTH, WIDTH), bias2, weight3.view(WIDTH, 1), bias3]


def initial_row():
    """As the first paper's code begins: normal numbers within two deviations of 0.01, and biases of zero."""
    row = torch.zeros(sum(SIZES))
    for weight in views(row)[::2]:
        torch.nn.init.trunc_normal_(weight, 0.0, 0.01, -0.02, 0.02)
    return row


def sample(tasks, points, generator=None):
    amplitude = torch.empty(tasks, 1, 1).uniform_(0.1, 5.0, generator=generator)
    phase = torch.empty(tasks, 1, 1).uniform_(0.0, math.pi, generator=generator)
    x = torch.empty(tasks, points, 1).uniform_(-5.0, 5.0, generator=generator)
    return x, lambda at: amplitude * torch.sin(at - phase)


def predict(weights, x):
    hidden1 = (x @ weights[0] + weights[1]).relu()
    hidden2 = (hidden1 @ weights[2] + weights[3]).relu()
    return hidden1, hidden2, hidden2 @ weights[4] + weights[5]


def gradient(weights, x, y):
    """Of each task's mean squared error with respect to its weights, or to those that all tasks share."""
    hidden1, hidden2, prediction = predict(weights, x)
    change3 = (prediction - y) * (2 / x.size(1))
    change2 = change3 @ weights[4].transpose(-1, -2) * (hidden2 > 0)
    change1 = change2 @ weights[2].transpose(-1, -2) * (hidden1 > 0)
    parts = []
    for source, change in ((x, change1), (hidden1, change2), (hidden2, change3)):
        parts += [source.transpose(1, 2) @ change, change.sum(1, keepdim=True)]
    return parts


def step(weights, x, y):
    return [weight - INNER_RATE * change for weight, change in zip(weights, gradient(weights, x, y))]


def evaluate(row, tasks):
    """Each task's mean squared error at 100 even points after 0 to 10 steps: [11, tasks]. The tasks are the same each time."""
    x, target = sample(tasks, POINTS, torch.Generator().manual_seed(0))
    grid = torch.linspace(-5, 5, 100).view(1, 100, 1).expand(tasks, 100, 1)
    weights, errors = views(row), []
    for _ in range(11):
        errors.append((predict(weights, grid)[2] - target(grid)).square().mean((1, 2)))
        weights = step(weights, x, target(x))
    return torch.stack(errors)


def main(seed, quick):
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    torch.manual_seed(seed)
    row = initial_row()
    first, second = torch.zeros_like(row), torch.zeros_like(row)
    iterations, tasks, tasks_on_the_way = (210, 50, 50) if quick else (70_000, 10_000, 2_000)
    pieces, watched, seen = 35, 10, []
    for iteration in range(1, iterations + 1):
        x, target = sample(TASKS, 2 * POINTS)
        y = target(x)
        adapted = step(views(row), x[:, :POINTS], y[:, :POINTS])
        change = gradient(adapted, x[:, POINTS:], y[:, POINTS:])
        change = torch.cat([part.sum(0).flatten() for part in change]) / TASKS
        first.mul_(BETA1).add_(change, alpha=1 - BETA1)
        second.mul_(BETA2).addcmul_(change, change, value=1 - BETA2)
        spread = (second / (1 - BETA2**iteration)).sqrt_().add_(EPSILON)
        row.addcdiv_(first, spread, value=-OUTER_RATE / (1 - BETA1**iteration))
        piece, rest = divmod(iteration * pieces, iterations)
        if rest == 0 and pieces - watched <= piece < pieces:
            seen.append(evaluate(row, tasks_on_the_way)[1].mean().item())
    errors = evaluate(row, tasks)
    # Of the finite ones, and between the two middle ones, as ours.
    mean = [after[after.isfinite()].mean() for after in errors]
    median = errors.nan_to_num(math.inf).quantile(0.5, dim=1)
    seen.append(mean[1].item())
    diverged = (~(errors[10] <= 10 * errors[0])).double().mean().item()
    held = "-" if quick else "yes" if 0.40 <= mean[1] <= 0.52 else "NO"
    print(
        f"| PyTorch, first order | {seed:4} | {mean[0]:6.3f} | {mean[1]:8.4f} | {mean[5]:8.4f} | {mean[10]:8.4f} | {median[10]:8.4f} "
        f"| {100 * diverged:6.2f} % | {min(seen):.2f} to {max(seen):.2f}       | after 1: 0.40-0.52 | {held:4} |")


main(int(sys.argv[1]), "--quick" in sys.argv)
