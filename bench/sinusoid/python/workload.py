"""The workload of all four implementations, and the training loop of the two in Python: second-order MAML (Finn, Abbeel and Levine, 2017)
on sinusoids, 25 tasks of 10 support and 10 query points an iteration, a network 1-40-40-1 with ReLU, inner steps of SGD, an outer step of
Adam on the mean query loss. An iteration includes drawing its tasks, the outer step, and reading the loss as a number.
"""
import math
import statistics
import sys
import time

import torch

TASKS, POINTS, WIDTH = 25, 10, 40
INNER_RATE, OUTER_RATE = 0.01, 1e-3
# Weight and bias of each layer.
SHAPES = [(WIDTH, 1), (WIDTH,), (WIDTH, WIDTH), (WIDTH,), (1, WIDTH), (1,)]


def initial_weights():
    """As PyTorch begins: uniform within 1 / sqrt(inputs)."""
    bounds = [1, 1] + [1 / math.sqrt(WIDTH)] * 4
    return [torch.empty(shape).uniform_(-bound, bound).requires_grad_() for shape, bound in zip(SHAPES, bounds)]


def sample():
    """x and y, each [2, tasks, points, 1]: first of the support, then of the query examples."""
    amplitude = torch.empty(TASKS, 1, 1).uniform_(0.1, 5.0)
    phase = torch.empty(TASKS, 1, 1).uniform_(0.0, math.pi)
    x = torch.empty(2, TASKS, POINTS, 1).uniform_(-5.0, 5.0)
    return x, amplitude * torch.sin(x - phase)


def speed(iterate, quick):
    """The median over windows of the iterations a second."""
    warm_up, window, windows = (0.6, 0.1, 3) if quick else (1.0, 0.4, 7)
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < warm_up:
        iterate()
        count += 1
    iterations = max(1, int(count * window / (time.perf_counter() - start)))
    speeds = []
    for _ in range(windows):
        start = time.perf_counter()
        for _ in range(iterations):
            iterate()
        speeds.append(iterations / (time.perf_counter() - start))
    return statistics.median(speeds)


def measure(meta_loss):
    """Prints for each number of inner steps the iterations a second."""
    torch.set_num_threads(1)
    for steps in (1, 5):
        weights = initial_weights()
        adam = torch.optim.Adam(weights, lr=OUTER_RATE)

        def iterate():
            loss = meta_loss(weights, *sample(), steps)
            adam.zero_grad()
            loss.backward()
            adam.step()
            return loss.item()

        print(steps, f"{speed(iterate, '--quick' in sys.argv):.2f}", flush=True)
