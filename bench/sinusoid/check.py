"""Whether all four implementations compute the same: their meta-gradients for the same weights and the same 25 tasks.

check.py write FOLDER    leaves the weights, the tasks and the gradients of the two in Python in the folder
check.py compare FOLDER  compares everyone's with the loop's
"""
import sys
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).parent / "python"))
INNER_STEPS = (1, 5)
# Of the largest entry: what float32 loses on the way is a hundred times less, and what a wrong formula does far more.
TOLERANCE = 1e-4
folder = Path(sys.argv[2])


def write():
    import batched
    import loop
    import torch
    from workload import initial_weights, sample

    def save(name, tensors):
        torch.cat([tensor.detach().reshape(-1) for tensor in tensors]).numpy().tofile(folder / name)

    torch.set_num_threads(1)
    torch.manual_seed(1)
    weights, (x, y) = initial_weights(), sample()
    save("weights", weights)
    save("x", [x])
    save("y", [y])
    for steps in INNER_STEPS:
        for name, implementation in ("loop", loop), ("batched", batched):
            save(f"gradient.{name}.{steps}", torch.autograd.grad(implementation.meta_loss(weights, x, y, steps), weights))


def compare():
    differences = {}
    for steps in INNER_STEPS:
        expected, *others = (numpy.fromfile(folder / f"gradient.{name}.{steps}", "<f4") for name in ("loop", "batched", "cpp", "csharp"))
        for name, found in zip(("PyTorch batched", "C++", "ours"), others):
            differences[f"{name}, {steps} steps"] = abs(found - expected).max() / abs(expected).max()
    # A NaN is no agreement either.
    wrong = [f"{what}: {difference:.1e}" for what, difference in differences.items() if not difference <= TOLERANCE]
    if wrong:
        sys.exit(f"The meta-gradients differ from the loop's by more than {TOLERANCE:.0e} of its largest entry: {'; '.join(wrong)}.")
    print(f"The meta-gradients of all four agree: they differ by at most {max(differences.values()):.1e} of the largest entry.")


write() if sys.argv[1] == "write" else compare()
