"""Whether our tasks are tasks of the peer's images: check.py FILE FOLDER, the tasks of an iteration and the unpacked alphabets.

Every image must be one that the peer reads from the files, to the last bit; those with a label must be different drawings of one character,
and labels those of different characters.
"""
import sys
from collections import defaultdict
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).parent / "python"))
from characters import SIZE, Files, Memory
from dataloader import QUERIES, SHOTS, WAYS

TASKS = 32


def bytes_of(image):
    return (image * 255).round().astype("uint8").tobytes()


memory = Memory(Files(sys.argv[2]))
known = defaultdict(set)
for image, label in zip(memory.images.numpy(), memory.labels):
    known[bytes_of(image)].add(label)

numbers = numpy.fromfile(sys.argv[1], "<f4")
ends = numpy.cumsum([TASKS * WAYS * each * of for each in (SHOTS, QUERIES) for of in (SIZE * SIZE, WAYS)])
if len(numbers) != ends[-1]:
    sys.exit(f"There are {len(numbers)} numbers where {TASKS} tasks have {ends[-1]}.")
parts = [part.reshape(TASKS, -1, of) for part, of in zip(numpy.split(numbers, ends[:-1]), 2 * (SIZE * SIZE, WAYS))]
images, labels = numpy.concatenate(parts[::2], 1), numpy.concatenate(parts[1::2], 1)
for task in range(TASKS):
    characters = set()
    for label in range(WAYS):
        drawings = [bytes_of(image) for image in images[task][labels[task].argmax(1) == label]]
        if len(set(drawings)) != SHOTS + QUERIES:
            sys.exit(f"Task {task} has {len(set(drawings))} different images of label {label} where {SHOTS + QUERIES} should be.")
        of = set.intersection(*(known.get(drawing, set()) for drawing in drawings))
        if len(of) != 1:
            sys.exit(f"The images of label {label} in task {task} are those of {len(of)} characters of the files.")
        characters |= of
    if len(characters) != WAYS:
        sys.exit(f"Task {task} has {len(characters)} different characters where {WAYS} should be.")
print(f"The {TASKS * WAYS * (SHOTS + QUERIES)} images of {TASKS} of our tasks are the peer's, to the last bit, {SHOTS + QUERIES} of a character.")
