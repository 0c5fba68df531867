"""
Loads weights from a file of safetensors into networks that are written in plain PyTorch, and answers with what they predict. A weight that is missing,
or one too many, is an error.
"""
import json
import struct
import sys
from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn


def conv4(channels, filters, features):
    def block(channels):
        return nn.Sequential(OrderedDict(
            conv=nn.Conv2d(channels, filters, 3, padding=1), norm=nn.BatchNorm2d(filters, track_running_stats=False), relu=nn.ReLU(), pool=nn.MaxPool2d(2)))
    return nn.Sequential(OrderedDict(
        block1=block(channels), block2=block(filters), block3=block(filters), block4=block(filters), flatten=nn.Flatten(), classifier=nn.Linear(features, 5)))


def mlp():
    return nn.Sequential(OrderedDict(
        flatten=nn.Flatten(), hidden1=nn.Linear(784, 64), relu1=nn.ReLU(), hidden2=nn.Linear(64, 64), relu2=nn.ReLU(), classifier=nn.Linear(64, 5)))


class ResidualBody(nn.Module):
    def __init__(self, channels, filters):
        super().__init__()
        for i, inputs in enumerate([channels, filters, filters], 1):
            self.add_module(f"conv{i}", nn.Conv2d(inputs, filters, 3, padding=1, bias=False))
            self.add_module(f"norm{i}", nn.BatchNorm2d(filters, track_running_stats=False))
        self.shortcut = nn.Sequential(OrderedDict(
            conv=nn.Conv2d(channels, filters, 1, bias=False), norm=nn.BatchNorm2d(filters, track_running_stats=False)))

    def forward(self, x):
        y = F.leaky_relu(self.norm1(self.conv1(x)), 0.1)
        y = F.leaky_relu(self.norm2(self.conv2(y)), 0.1)
        return self.norm3(self.conv3(y)) + self.shortcut(x)


def resnet12():
    def block(channels, filters):
        return nn.Sequential(OrderedDict(residual=ResidualBody(channels, filters), relu=nn.LeakyReLU(0.1), pool=nn.MaxPool2d(2)))
    return nn.Sequential(OrderedDict(
        block1=block(3, 64), block2=block(64, 160), block3=block(160, 320), block4=block(320, 640),
        pool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), classifier=nn.Linear(640, 5)))


class RowLstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(28, 64, batch_first=True)
        self.classifier = nn.Linear(64, 5)

    def forward(self, x):
        _, (state, _) = self.lstm(x.view(-1, 28, 28))
        return self.classifier(state[0])


class VitLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.mix = nn.ModuleDict(dict(norm=nn.LayerNorm(64), attention=nn.MultiheadAttention(64, 4, batch_first=True)))
        self.think = nn.Sequential(OrderedDict(norm=nn.LayerNorm(64), up=nn.Linear(64, 128), gelu=nn.GELU(), down=nn.Linear(128, 64)))

    def forward(self, x):
        y = self.mix.norm(x)
        x = x + self.mix.attention(y, y, y, need_weights=False)[0]
        return x + self.think(x)


class Position(nn.Module):
    def __init__(self, *shape):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(*shape))

    def forward(self, x):
        return x + self.weight


class SmallVit(nn.Module):
    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(1, 64, 7, stride=7)
        self.position = Position(16, 64)
        self.layer1, self.layer2, self.layer3, self.layer4 = (VitLayer() for _ in range(4))
        self.norm = nn.LayerNorm(64)
        self.classifier = nn.Linear(64, 5)

    def forward(self, x):
        x = self.position(self.patches(x).flatten(2).transpose(1, 2))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.classifier(self.norm(x).mean(1))


NETWORKS = {
    "Conv4": lambda: conv4(1, 64, 64), "Conv4Of32": lambda: conv4(3, 32, 800), "Mlp": mlp,
    "ResNet12": resnet12, "RowLstm": RowLstm, "SmallVit": SmallVit,
}


def read(path):
    with open(path, "rb") as file:
        length, = struct.unpack("<q", file.read(8))
        header, numbers = json.loads(file.read(length)), bytearray(file.read())
    return {name: torch.frombuffer(numbers, dtype=torch.float32)[entry["data_offsets"][0] // 4:entry["data_offsets"][1] // 4].view(entry["shape"])
            for name, entry in header.items()}


def answer(case):
    network = NETWORKS[case["Model"]]()
    network.load_state_dict(read(case["Path"]), strict=True)
    with torch.no_grad():
        return network(torch.tensor(case["X"]).view(-1, *case["Shape"])).reshape(-1).tolist()


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
