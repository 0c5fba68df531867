"""A task after the other, as one writes it in PyTorch and as learn2learn does it: the weights are cloned for each task, autograd finds the
inner gradients and, for second order, keeps their graph; each task's query loss is carried back before the next begins.
"""
import torch
from torch.nn.functional import batch_norm, conv2d, cross_entropy, linear, max_pool2d, relu

from workload import BLOCKS, INNER_RATE, TASKS, measure


def predict(weights, images):
    for block in range(BLOCKS):
        kernel, bias, scale, shift = weights[4 * block : 4 * block + 4]
        images = conv2d(images, kernel, bias, padding=1)
        images = max_pool2d(relu(batch_norm(images, None, None, scale, shift, training=True)), 2)
    return linear(images.flatten(1), weights[-2], weights[-1])


def meta_loss(weights, tasks, steps, is_second_order):
    total = 0
    for support, support_classes, query, query_classes in tasks:
        adapted = [weight.clone() for weight in weights]
        for _ in range(steps):
            loss = cross_entropy(predict(adapted, support), support_classes)
            gradients = torch.autograd.grad(loss, adapted, create_graph=is_second_order)
            adapted = [weight - INNER_RATE * gradient for weight, gradient in zip(adapted, gradients)]
        loss = cross_entropy(predict(adapted, query), query_classes) / TASKS
        loss.backward()
        total = total + loss.detach()
    return total


if __name__ == "__main__":
    measure(meta_loss)
