"""Few-shot tasks as one draws them in PyTorch: a batch sampler gives the indices of a task, a DataLoader reads and stacks its images, and
these are split into support and queries with labels of their own.

dataloader.py FOLDER IMAGES [--quick] prints the episodes a second over the files of a folder of alphabets, and over the same in memory, as
check.py has read them.
"""
import random
import statistics
import sys
import time

import torch
from torch.utils.data import DataLoader, Sampler

from characters import Files, Memory

WAYS, SHOTS, QUERIES = 5, 1, 15
THREADS = WORKERS = 2
# As many as an iteration trains on.
EPISODES_OF_ROUND = 32


class TaskSampler(Sampler):
    """Without end, the indices of a task's images, class after class."""

    def __init__(self, labels):
        super().__init__(None)
        self.by_class = {}
        for index, label in enumerate(labels):
            self.by_class.setdefault(label, []).append(index)
        self.names = list(self.by_class)

    def __iter__(self):
        while True:
            chosen = random.sample(self.names, WAYS)
            yield [index for name in chosen for index in random.sample(self.by_class[name], SHOTS + QUERIES)]


def episodes(loader):
    # The labels of a task count its classes, whatever these are in the data.
    support_labels = torch.arange(WAYS).repeat_interleave(SHOTS)
    query_labels = torch.arange(WAYS).repeat_interleave(QUERIES)
    for images, _ in loader:
        by_class = images.view(WAYS, SHOTS + QUERIES, *images.shape[1:])
        yield by_class[:, :SHOTS].flatten(0, 1), support_labels, by_class[:, SHOTS:].flatten(0, 1), query_labels


def measure(name, dataset, workers, is_quick):
    tasks = episodes(DataLoader(dataset, batch_sampler=TaskSampler(dataset.labels), num_workers=workers))
    warm_up, window, least = (0.5, 1, 2) if is_quick else (2, 8, 5)
    start, times = time.perf_counter(), []
    while time.perf_counter() - start < warm_up + window or len(times) < least:
        began = time.perf_counter()
        for _ in range(EPISODES_OF_ROUND):
            next(tasks)
        # What workers have read before anyone asked does not count: it was made while they started.
        if began - start >= warm_up:
            times.append(time.perf_counter() - began)
    print(name, f"{EPISODES_OF_ROUND / statistics.median(times):.2f}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(THREADS)
    quick = "--quick" in sys.argv
    files = Files(sys.argv[1])
    measure("files", files, WORKERS, quick)
    memory = Memory(torch.load(sys.argv[2]), files.labels)
    # Workers cost more than they give where there is next to nothing to read, but the machine decides.
    measure("memory_0", memory, 0, quick)
    measure(f"memory_{WORKERS}", memory, WORKERS, quick)
