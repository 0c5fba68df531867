"""The same as Program.cs and percall.cpp: for each operation the median over rounds of the nanoseconds a call."""
import statistics
import sys
import time

import torch

quick = "--quick" in sys.argv
WARM_UP, ROUND, ROUNDS = (0.4, 0.01, 9) if quick else (0.8, 0.025, 21)

torch.set_num_threads(1)
a, b, matrix = torch.ones(8), torch.zeros(8), torch.ones(8, 8)
hidden, weights = torch.ones(25, 10, 40), torch.ones(25, 40, 40)
x = torch.ones(8, requires_grad=True)


def add(times):
    for _ in range(times):
        a.add(b)


def add_inplace(times):
    for _ in range(times):
        a.add_(b)


def mm(times):
    for _ in range(times):
        matrix.mm(matrix)


def bmm(times):
    for _ in range(times):
        hidden.bmm(weights)


def zeros(times):
    for _ in range(times):
        torch.zeros(8)


def sum_item(times):
    for _ in range(times):
        a.sum().item()


def add_scalar(times):
    for _ in range(times):
        a + 1.0


def grad_of_grad(times):
    for _ in range(times):
        (slope,) = torch.autograd.grad(x.pow(3).sum(), x, create_graph=True)
        torch.autograd.grad(slope.sum(), x)


def measure(operation):
    calls, start = 0, time.perf_counter()
    while time.perf_counter() - start < WARM_UP:
        operation(10)
        calls += 10
    calls_per_round = max(1, int(calls * ROUND / (time.perf_counter() - start)))
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        operation(calls_per_round)
        times.append((time.perf_counter() - start) / calls_per_round * 1e9)
    return statistics.median(times)


for operation in (add, add_inplace, mm, bmm, zeros, sum_item, add_scalar, grad_of_grad):
    print(operation.__name__, f"{measure(operation):.1f}", flush=True)
