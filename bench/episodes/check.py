"""Whether our tasks are tasks of the peer's images: check.py TASKS FOLDER IMAGES, the tasks of an iteration and the
unpacked alphabets.

Every image must be one that the peer reads from the files, to the last bit; those with a label must be different drawings of one character,
and labels those of different characters. What the peer has read it leaves as IMAGES, for dataloader.py.
"""
import sys
from collections import defaultdict
from pathlib import Path

import numpy
import torch

sys.path.insert(0, str(Path(__file__).parent / "python"))
from characters import SIZE, Files, Memory
from dataloader import QUERIES, SHOTS, WAYS

TASKS = 32


def bytes_of(image):
    return (image * 255).round().astype("uint8").tobytes()


memory = Memory.read(Files(sys.argv[2]))
torch.save(memory.images, sys.argv[3])
known = defaultdict(set)
for image, label in zip(memory.images.numpy(), memory.labels):
    known[bytes_of(image)].add(label)

numbers = numpy.fromfile(sys.argv[1], "<f4")
ends = numpy.cumsum([TASKS * WAYS * each * length for each in (SHOTS, QUERIES) for length in (SIZE * SIZE, WAYS)])
if len(numbers) != ends[-1]:
    sys.exit(f"There are {len(numbers)} numbers where {TASKS} tasks have {ends[-1]}.")
parts = [part.reshape(TASKS, -1, length) for part, length in zip(numpy.split(numbers, ends[:-1]), 2 * (SIZE * SIZE, WAYS))]
images, labels = numpy.concatenate(parts[::2], 1), numpy.concatenate(parts[1::2], 1)
for task in range(TASKS):
    characters = set()
    for label in range(WAYS):
        drawings = [bytes_of(image) for image in images[task][labels[task].argmax(1) == label]]
        if len(set(drawings)) != SHOTS + QUERIES:
            sys.exit(f"Task {task} has {len(set(drawings))} different images of label {label} where {SHOTS + QUERIES} should be.")
        same = set.intersection(*(known.get(drawing, set()) for drawing in drawings))
        if len(same) != 1:
            sys.exit(f"The images of label {label} in task {task} are those of {len(same)} characters of the files.")
        characters |= same
    if len(characters) != WAYS:
        sys.exit(f"Task {task} has {len(characters)} different characters where {WAYS} should be.")
each = SHOTS + QUERIES
print(f"The {TASKS * WAYS * each} images of {TASKS} of our tasks are the peer's, to the last bit, {each} of a character.")
