"""The workload of both implementations: MAML (Finn, Abbeel and Levine, 2017) on a network of four blocks of 64 filters, images of 28 by 28,
5-way 1-shot with 15 queries a class, 4 tasks an iteration, inner steps of SGD, an outer step of Adam on the mean query loss, both cores. An
iteration includes drawing its tasks, the outer step, and reading the loss as a number.
"""
import sys
import time

import torch

TASKS, WAYS, QUERIES, FILTERS, BLOCKS = 4, 5, 15, 64, 4
INNER_RATE, OUTER_RATE = 0.4, 1e-3
# Inner steps, and whether the gradient goes through them.
FORMS = {"second_order_1": (1, True), "second_order_5": (5, True), "first_order_5": (5, False)}


def initial_weights():
    """As PyTorch begins: of each block kernel, bias, scale and shift, then the classifier's weight and bias."""
    weights, channels = [], 1
    for _ in range(BLOCKS):
        bound = 1 / (9 * channels) ** 0.5
        weights += [torch.empty(FILTERS, channels, 3, 3).uniform_(-bound, bound), torch.empty(FILTERS).uniform_(-bound, bound)]
        weights += [torch.ones(FILTERS), torch.zeros(FILTERS)]
        channels = FILTERS
    bound = 1 / FILTERS**0.5
    weights += [torch.empty(WAYS, FILTERS).uniform_(-bound, bound), torch.empty(WAYS).uniform_(-bound, bound)]
    return [weight.requires_grad_() for weight in weights]


def sample():
    """For each task the support images and their classes, and the query images and theirs: gathered from a set of random images."""
    if not IMAGES:
        IMAGES.append(torch.randn(20, 1 + QUERIES, 1, 28, 28))
    tasks = []
    for _ in range(TASKS):
        chosen = IMAGES[0][torch.randperm(20)[:WAYS]][:, torch.randperm(1 + QUERIES)]
        support, query = chosen[:, :1].flatten(0, 1), chosen[:, 1:].flatten(0, 1)
        tasks.append((support, torch.arange(WAYS), query, torch.arange(WAYS).repeat_interleave(QUERIES)))
    return tasks


IMAGES = []


def measure(meta_loss):
    """Prints the iterations a second of the form that the command line names."""
    torch.set_num_threads(2)
    form = sys.argv[1]
    steps, is_second_order = FORMS[form]
    warm_up, window = (1, 2) if "--quick" in sys.argv else (3, 12)
    weights = initial_weights()
    adam = torch.optim.Adam(weights, lr=OUTER_RATE)
    times, start = [], time.perf_counter()
    while time.perf_counter() - start < warm_up + window or len(times) < (1 if window == 2 else 3):
        began = time.perf_counter()
        adam.zero_grad()
        loss = meta_loss(weights, sample(), steps, is_second_order)
        adam.step()
        loss.item()
        if began - start >= warm_up:
            times.append(time.perf_counter() - began)
    print(form, f"{1 / sorted(times)[len(times) // 2]:.4f}", flush=True)
