"""Omniglot as one reads it in PyTorch: unpacked PNG files, a character of an alphabet being a class."""
from pathlib import Path

import numpy
import torch
from PIL import Image
from torch.utils.data import Dataset

SIZE = 28


class Files(Dataset):
    """Opens, scales and inverts an image whenever it is asked for."""

    def __init__(self, folder):
        # alphabet/character/drawing.png
        self.classes = [sorted(one.iterdir()) for one in sorted(Path(folder).glob("*/character*"))]
        self.paths = [path for paths in self.classes for path in paths]
        self.labels = [label for label, paths in enumerate(self.classes) for _ in paths]

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        with Image.open(self.paths[index]) as file:
            image = file.convert("L").resize((SIZE, SIZE), Image.LANCZOS)
        pixels = torch.from_numpy(numpy.array(image)).unsqueeze(0)
        return 1 - pixels.float() / 255, self.labels[index]


class Memory(Dataset):
    """The same, held as one tensor."""

    def __init__(self, images, labels):
        self.images, self.labels = images, labels

    @staticmethod
    def read(files):
        return Memory(torch.stack([files[i][0] for i in range(len(files))]), files.labels)

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.images[index], self.labels[index]
