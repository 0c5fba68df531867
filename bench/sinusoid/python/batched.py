"""All tasks at once, as one writes it by hand in PyTorch for speed: adapted weights have a first axis of tasks, so that a layer is one
batched product, and the first inner step, where all tasks still share the weights, is a plain forward pass of all their examples.
"""
import torch
from torch.nn.functional import linear, relu

from workload import INNER_RATE, POINTS, TASKS, measure


def step(weights, gradients):
    return [torch.sub(weight, gradient, alpha=INNER_RATE) for weight, gradient in zip(weights, gradients)]


def first_step(weights, x, y):
    """Autograd can give no gradient of each task where the weights are shared, but those of all sums are enough to make it."""
    sum1 = linear(x.view(-1, 1), weights[0], weights[1])
    hidden1 = relu(sum1)
    sum2 = linear(hidden1, weights[2], weights[3])
    hidden2 = relu(sum2)
    prediction = linear(hidden2, weights[4], weights[5])
    loss = (prediction.view_as(y) - y).square().sum() / POINTS
    gradients = torch.autograd.grad(loss, (sum1, sum2, prediction), create_graph=True)
    gradient1, gradient2, gradient3 = (gradient.view(TASKS, POINTS, -1) for gradient in gradients)
    hidden1, hidden2 = hidden1.view_as(gradient1), hidden2.view_as(gradient2)
    # One wide or one high, these products are faster as sums.
    return step(weights, [
        (gradient1 * x).sum(1).unsqueeze(2), gradient1.sum(1, keepdim=True),
        torch.bmm(gradient2.transpose(1, 2), hidden1), gradient2.sum(1, keepdim=True),
        (gradient3 * hidden2).sum(1, keepdim=True), gradient3.sum(1, keepdim=True),
    ])


def predict(weights, x):
    hidden1 = relu(x * weights[0].transpose(1, 2) + weights[1])
    hidden2 = relu(torch.bmm(hidden1, weights[2].transpose(1, 2)) + weights[3])
    return (hidden2 * weights[4]).sum(2, keepdim=True) + weights[5]


def meta_loss(weights, x, y, steps):
    adapted = first_step(weights, x[0], y[0])
    for _ in range(steps - 1):
        # The sum over tasks of each task's mean, so that no task sees another.
        loss = (predict(adapted, x[0]) - y[0]).square().sum() / POINTS
        adapted = step(adapted, torch.autograd.grad(loss, adapted, create_graph=True))
    return (predict(adapted, x[1]) - y[1]).square().mean()


if __name__ == "__main__":
    measure(meta_loss)
