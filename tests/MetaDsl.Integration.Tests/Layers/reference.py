"""
The reference of the contract of layers: reads declared networks with weights and tasks as JSON, builds each network of PyTorch's own modules, and
answers with the names and shapes of their weights, with what they predict, and with the meta-gradient by autograd. All numbers are float64.
"""
import itertools
import json
import sys

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.stateless import functional_call


class Lstm(nn.LSTM):
    """PyTorch's own keeps a list of its weights that functional_call does not replace."""

    def __init__(self, inputs, width, whole):
        super().__init__(inputs, width)
        self.whole = whole

    def forward(self, x):
        zero = x.new_zeros(1, x.shape[0], self.hidden_size)
        weights = [self.weight_ih_l0, self.weight_hh_l0, self.bias_ih_l0, self.bias_hh_l0]
        states = torch._VF.lstm(x, (zero, zero), weights, True, 1, 0.0, False, False, True)[0]
        return states if self.whole else states[:, -1]


class Gru(nn.GRU):
    """As the LSTM above."""

    def __init__(self, inputs, width, whole):
        super().__init__(inputs, width)
        self.whole = whole

    def forward(self, x):
        zero = x.new_zeros(1, x.shape[0], self.hidden_size)
        weights = [self.weight_ih_l0, self.weight_hh_l0, self.bias_ih_l0, self.bias_hh_l0]
        states = torch._VF.gru(x, zero, weights, True, 1, 0.0, False, False, True)[0]
        return states if self.whole else states[:, -1]


class Attention(nn.MultiheadAttention):
    def __init__(self, width, heads):
        super().__init__(width, heads, batch_first=True)

    def forward(self, x):
        return super().forward(x, x, x)[0]


class Embedding(nn.Embedding):
    def forward(self, x):
        return super().forward(x.long())


class Position(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(shape))

    def forward(self, x):
        return x + self.weight


class Pass:
    """The pass through the network that modules are in: which layers drop what out, and whose statistics norms take."""
    count = 1
    training = True
    taken = 0
    support = 0
    masks = iter(())
    norms = []
    statistics = None


EPISODE, SUPPORT, RUNNING, PER_STEP, RUNNING_PER_STEP = range(5)


class BatchNorm(nn.Module):
    def __init__(self, channels, epsilon, affine, statistics, passes):
        super().__init__()
        self.channels, self.epsilon, self.statistics, self.seen = channels, epsilon, statistics, {}
        self.per_step, self.averaged = statistics in (PER_STEP, RUNNING_PER_STEP), statistics in (RUNNING, RUNNING_PER_STEP)
        shape = (passes, channels) if self.per_step else (channels,)
        self.weight = nn.Parameter(torch.ones(shape)) if affine else None
        self.bias = nn.Parameter(torch.zeros(shape)) if affine else None

    def forward(self, x):
        weight, bias = self.weight, self.bias
        if self.per_step and weight is not None:
            weight, bias = weight[Pass.taken], bias[Pass.taken]
        if self.averaged and not Pass.training:
            mean, variance = self.known()
            return F.batch_norm(x, mean, variance, weight, bias, False, 0, self.epsilon)
        if self.statistics == SUPPORT and Pass.support:
            return self.standardized(x, *self.found(x[:Pass.support]), weight, bias)
        if self.averaged:
            self.seen[Pass.taken] = torch.stack(self.found(x)).detach()
        return F.batch_norm(x, None, None, weight, bias, True, 0, self.epsilon)

    def found(self, x):
        axes = [axis for axis in range(x.dim()) if axis != 1]
        return x.mean(axes), x.var(axes, unbiased=False)

    def standardized(self, x, mean, variance, weight, bias):
        def along(vector):
            return vector.view(-1, *[1] * (x.dim() - 2))
        y = (x - along(mean)) / torch.sqrt(along(variance) + self.epsilon)
        return y if weight is None else y * along(weight) + along(bias)

    def known(self):
        total = sum(norm.channels for norm in Pass.norms)
        start = sum(norm.channels for norm in Pass.norms[:Pass.norms.index(self)])
        rows = Pass.statistics[Pass.taken] if self.per_step else Pass.statistics.mean(0)
        return rows[start:start + self.channels], rows[total + start:total + start + self.channels]


class Dropout(nn.Module):
    def forward(self, x):
        return x * next(Pass.masks) if Pass.training else x


class RmsNorm(nn.Module):
    """Newer versions of PyTorch have it; this is its formula."""

    def __init__(self, width, epsilon, affine):
        super().__init__()
        self.epsilon = epsilon
        self.weight = nn.Parameter(torch.ones(width)) if affine else None

    def forward(self, x):
        normed = x / torch.sqrt(torch.mean(x ** 2, -1, keepdim=True) + self.epsilon)
        return normed if self.weight is None else normed * self.weight


class Chain(nn.Module):
    """Layers one after another, each with its usual name: what has no weights has none."""

    def __init__(self, layers, shape, ways, is_model=False):
        super().__init__()
        self.steps = []
        self.shape = shape
        for name, layer in named(layers, is_model):
            step = make(layer, self.shape, ways)
            if isinstance(step, nn.Module) and name:
                self.add_module(name, step)
            self.steps.append(step)
            self.shape = shape_after(step, self.shape)

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x


class Residual(Chain):
    """The body's layers bear names right under the residual layer's own."""

    def __init__(self, body, own_shortcut, normed, shape, ways):
        super().__init__(body, shape, ways)
        self.shortcut = None
        if own_shortcut is not None:
            self.shortcut = Chain(own_shortcut, shape, ways)
        elif self.shape != shape:
            self.shortcut = projection(shape, self.shape, normed, first_statistics(body))

    def forward(self, x):
        return super().forward(x) + (x if self.shortcut is None else self.shortcut(x))


class Parallel(nn.Module):
    def __init__(self, blocks, merge, shape, ways):
        super().__init__()
        self.names = [camel(block["Name"]) for block in blocks]
        if self.names[0] == self.names[1]:
            self.names = [self.names[0] + "1", self.names[1] + "2"]
        self.merge = merge
        for name, block in zip(self.names, blocks):
            self.add_module(name, Chain(block["Layers"], shape, ways))

    def forward(self, x):
        first, second = (getattr(self, name)(x) for name in self.names)
        if self.merge == "Sum":
            return first + second
        # Features come last in sequences; channels come first in images.
        return torch.cat([first, second], 2 if first.dim() == 3 else 1)


def first_statistics(layers):
    """Of the first batch norm in a block, which one behind its projection has as well."""
    for layer in layers:
        if layer.get("Word") == "BatchNorm":
            return layer["Options"].get("Statistics", EPISODE)
        for block in layer.get("Blocks", []):
            found = first_statistics(block["Layers"])
            if found is not None:
                return found
    return None


def projection(before, after, normed, statistics):
    """A linear layer where only features differ, else a convolution of one pixel with the least stride that fits."""
    if len(before) < 3 and before[:-1] == after[:-1]:
        return nn.Sequential(dict_of(linear=nn.Linear(before[-1], after[-1], bias=False)))
    stride = next(s for s in range(1, 99) if [(n - 1) // s + 1 for n in before[1:]] == after[1:])
    planes = len(before) - 1
    conv = [nn.Conv1d, nn.Conv2d][planes - 1](before[0], after[0], 1, stride, bias=False)
    if not normed:
        return nn.Sequential(dict_of(conv=conv))
    if statistics:
        return nn.Sequential(dict_of(conv=conv, norm=BatchNorm(after[0], 1e-5, True, statistics, Pass.count)))
    return nn.Sequential(dict_of(conv=conv, norm=[nn.BatchNorm1d, nn.BatchNorm2d][planes - 1](after[0], track_running_stats=False)))


def dict_of(**modules):
    from collections import OrderedDict
    return OrderedDict(modules)


def camel(name):
    return name[0].lower() + name[1:]


USUAL_NAMES = {
    "Linear": "linear", "Conv": "conv", "ConvTranspose": "conv", "Embedding": "embedding", "Lstm": "lstm", "Gru": "gru",
    "Attention": "attention", "Position": "position", "Classifier": "classifier", "Residual": "residual", "Parallel": "parallel",
    "BatchNorm": "norm", "LayerNorm": "norm", "GroupNorm": "norm", "InstanceNorm": "norm", "RmsNorm": "norm",
}


def named(layers, is_model):
    """Each layer with its name: its own, else its usual one, with a number where there are several."""
    flat = []
    for layer in layers:
        word, own = layer["Word"], layer["Options"].get("Name")
        if word in ("Use", "Repeat"):
            block = layer["Blocks"][0]
            name = own or camel(block["Name"])
            times = range(1, layer["Values"][0] + 1) if word == "Repeat" else [""]
            flat += [(f"{name}{time}", None, block) for time in times]
        else:
            usual = USUAL_NAMES.get(word)
            flat.append((own, "hidden" if is_model and usual == "linear" else usual, layer))
    counts = {}
    for own, usual, layer in flat:
        if own or not usual:
            yield own, layer
        elif usual != "hidden" and sum(o is None and u == usual for o, u, _ in flat) == 1:
            yield usual, layer
        else:
            counts[usual] = counts.get(usual, 0) + 1
            yield f"{usual}{counts[usual]}", layer


def make(layer, shape, ways):
    if "Word" not in layer:
        return Chain(layer["Layers"], shape, ways)
    word, values, options = layer["Word"], layer["Values"], layer["Options"]
    plane = len(shape) - 1

    def said(name, otherwise):
        return options.get(name, otherwise)

    def of_plane(one, two):
        return [one, two][plane - 1]

    def convolution(kind, kernel, stride, padding, **more):
        dilation = said("Dilation", 1)
        padding = said("Padding", dilation * (said("Kernel", kernel) - 1) // 2 if padding is None else padding)
        return kind(shape[0], values[0], said("Kernel", kernel), said("Stride", stride), padding,
                    dilation=dilation, groups=said("Groups", 1), bias=said("Bias", True), **more)

    epsilon, affine = said("Epsilon", 1e-5), said("Affine", True)
    if word == "Linear":
        return nn.Linear(shape[-1], values[0], said("Bias", True))
    if word == "Classifier":
        return nn.Linear(shape[-1], ways, said("Bias", True))
    if word == "Conv":
        return convolution(of_plane(nn.Conv1d, nn.Conv2d), 3, 1, None)
    if word == "ConvTranspose":
        return convolution(of_plane(nn.ConvTranspose1d, nn.ConvTranspose2d), 2, 2, 0, output_padding=said("OutputPadding", 0))
    if word == "BatchNorm":
        statistics = said("Statistics", EPISODE)
        if statistics == EPISODE:
            kind = nn.BatchNorm2d if plane == 2 else nn.BatchNorm1d
            return kind(shape[0], epsilon, affine=affine, track_running_stats=False)
        return BatchNorm(shape[0], epsilon, affine, statistics, Pass.count)
    if word == "Dropout":
        return Dropout()
    if word == "LayerNorm":
        return nn.LayerNorm(shape[-1:] if len(shape) == 2 else shape, epsilon, affine)
    if word == "GroupNorm":
        return nn.GroupNorm(values[0], shape[0], epsilon, affine)
    if word == "InstanceNorm":
        return of_plane(nn.InstanceNorm1d, nn.InstanceNorm2d)(shape[0], epsilon, affine=said("Affine", False))
    if word == "RmsNorm":
        return RmsNorm(shape[-1], epsilon, affine)
    if word == "MaxPool":
        return of_plane(nn.MaxPool1d, nn.MaxPool2d)(values[0], said("Stride", None), said("Padding", 0))
    if word == "AvgPool":
        return of_plane(nn.AvgPool1d, nn.AvgPool2d)(values[0], said("Stride", None), said("Padding", 0))
    if word == "GlobalAvgPool":
        return lambda x: of_plane(F.adaptive_avg_pool1d, F.adaptive_avg_pool2d)(x, 1).flatten(1)
    if word == "Flatten":
        return nn.Flatten(1 + said("From", 0))
    if word == "Reshape":
        return nn.Unflatten(1, values) if plane == 0 else lambda x: x.reshape(x.shape[0], *values)
    if word == "Embedding":
        return Embedding(values[0], values[1])
    if word == "Lstm":
        return Lstm(shape[-1], values[0], said("Sequence", False))
    if word == "Gru":
        return Gru(shape[-1], values[0], said("Sequence", False))
    if word == "Attention":
        return Attention(shape[-1], values[0])
    if word == "ToSequence":
        return lambda x: x.flatten(2).transpose(1, 2)
    if word == "Position":
        return Position(shape)
    if word == "SequenceMean":
        return lambda x: x.mean(1)
    if word == "Residual":
        blocks = layer["Blocks"]
        own = blocks[1]["Layers"] if len(blocks) > 1 else None
        return Residual(blocks[0]["Layers"], own, said("NormedProjection", False), shape, ways)
    if word == "Parallel":
        return Parallel(layer["Blocks"], values[0] if values else "Sum", shape, ways)
    return {
        "Relu": nn.ReLU(), "LeakyRelu": nn.LeakyReLU(said("Slope", 0.01)), "Elu": nn.ELU(said("Scale", 1.0)), "Gelu": nn.GELU(),
        "Silu": nn.SiLU(), "Tanh": nn.Tanh(), "Sigmoid": nn.Sigmoid(), "Softplus": nn.Softplus(), "Softmax": nn.Softmax(-1),
    }[word]


def shape_after(step, shape):
    Pass.masks = itertools.repeat(1)
    with torch.no_grad():
        return list(step(torch.rand(3, *shape)).shape[1:])


def answer(case):
    Pass.count, Pass.training, Pass.taken, Pass.support = case["Steps"] + 1, True, 0, 0
    model = Chain(case["Layers"], case["Input"], case["Ways"], is_model=True)
    norms = [module for module in model.modules() if isinstance(module, BatchNorm)]
    Pass.norms = [norm for norm in norms if norm.averaged]
    shapes = [{"Name": name, "Shape": list(value.shape)} for name, value in model.state_dict().items()]
    given = [(weight["Name"], weight["Shape"]) for weight in case["Weights"]]
    # The comparison itself is the test's; without weights of these names there is nothing to compute.
    if sorted(given) != sorted((one["Name"], one["Shape"]) for one in shapes):
        return {"Weights": shapes, "Gradient": {}, "Loss": 0.0, "Seen": [], "Predictions": []}
    start = {one["Name"]: torch.tensor(one["Values"]).view(one["Shape"]).requires_grad_() for one in case["Weights"]}
    # What tasks do not adapt.
    fixed = {id(weight) for norm in norms if norm.per_step for weight in (norm.weight, norm.bias)}
    fixed = {name for name, weight in model.named_parameters() if id(weight) in fixed}
    if case["Statistics"] is not None:
        Pass.statistics = torch.tensor(case["Statistics"]).view(Pass.count, -1)
    shots = len(case["Tasks"][0]["SupportY"])
    looks_at_support = any(norm.statistics == SUPPORT for norm in norms)

    def predict(weights, x, taken, index, is_query=False):
        Pass.taken, Pass.support = taken, shots
        if case["Masks"] and Pass.training:
            masks = case["Masks"][case["Steps"] if is_query else taken]
            Pass.masks = iter([torch.tensor(mask["Values"]).view(mask["Shape"])[index] for mask in masks])
        return functional_call(model, weights, (x,))

    def query(weights, task, taken, index):
        if not looks_at_support:
            return predict(weights, task["QueryX"], taken, index, True)
        return predict(weights, torch.cat([task["SupportX"], task["QueryX"]]), taken, index, True)[shots:]

    def adapted(weights, task, steps, index):
        for taken in range(steps):
            loss = F.cross_entropy(predict(weights, task["SupportX"], taken, index), task["SupportY"])
            moving = {name: weight for name, weight in weights.items() if name not in fixed}
            slopes = torch.autograd.grad(loss, list(moving.values()), create_graph=not case["IsFirstOrder"])
            weights = weights | {name: weight - case["Rate"] * slope for (name, weight), slope in zip(moving.items(), slopes)}
        return weights

    tasks = [{
        "SupportX": torch.tensor(task["SupportX"]).view(-1, *case["Input"]), "SupportY": torch.tensor(task["SupportY"]),
        "QueryX": torch.tensor(task["QueryX"]).view(-1, *case["Input"]), "QueryY": torch.tensor(task["QueryY"]),
    } for task in case["Tasks"]]
    losses, seen, steps = [], [], case["Steps"]
    for index, task in enumerate(tasks):
        losses.append(F.cross_entropy(query(adapted(start, task, steps, index), task, steps, index), task["QueryY"]))
        # Means of all norms, then variances, after each number of steps.
        seen.append([[norm.seen[taken][kind] for kind in (0, 1) for norm in Pass.norms] for taken in range(Pass.count)])
    loss = torch.stack(losses).mean()
    gradient = torch.autograd.grad(loss, list(start.values()))
    Pass.training = False
    return {
        "Weights": shapes,
        "Gradient": {name: slope.reshape(-1).tolist() for name, slope in zip(start, gradient)},
        "Loss": loss.item(),
        "Seen": [] if not Pass.norms else
            torch.stack([torch.cat([torch.cat(row) for row in rows]) for rows in seen]).mean(0).tolist(),
        "Predictions": [
            query(adapted(start, tasks[0], taken, 0), tasks[0], taken, 0).detach().reshape(-1).tolist() for taken in (0, steps)
        ],
    }


torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
