"""A task after the other, as one writes it in PyTorch and as learn2learn does it: the weights are cloned for each task, autograd finds the
inner gradients and keeps their graph, and one backward pass goes through the sum of all tasks.
"""
import torch
from torch.nn.functional import linear, mse_loss, relu

from workload import INNER_RATE, TASKS, measure


def predict(weights, x):
    hidden1 = relu(linear(x, weights[0], weights[1]))
    hidden2 = relu(linear(hidden1, weights[2], weights[3]))
    return linear(hidden2, weights[4], weights[5])


def meta_loss(weights, x, y, steps):
    total = 0
    for task in range(TASKS):
        adapted = [weight.clone() for weight in weights]
        for _ in range(steps):
            gradients = torch.autograd.grad(mse_loss(predict(adapted, x[0, task]), y[0, task]), adapted, create_graph=True)
            adapted = [weight - INNER_RATE * gradient for weight, gradient in zip(adapted, gradients)]
        total = total + mse_loss(predict(adapted, x[1, task]), y[1, task])
    return total / TASKS


if __name__ == "__main__":
    measure(meta_loss)
