"""Whether both implementations compute the same: their meta-gradients for the same weights and the same 4 tasks.

check.py write FOLDER    leaves the weights, the tasks and the loop's gradients in the folder
check.py compare FOLDER  compares ours with the loop's
"""
import sys
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).parent / "python"))
from workload import FORMS, WAYS, initial_weights, sample

# Of the largest entry: float32 loses a tenth of that where steps of 0.4 are taken five times, and a wrong formula does far more.
TOLERANCE = 1e-3
folder = Path(sys.argv[2])


def write():
    import loop
    import torch

    def save(name, tensors):
        torch.cat([tensor.detach().reshape(-1) for tensor in tensors]).numpy().tofile(folder / name)

    torch.manual_seed(1)
    weights, tasks = initial_weights(), sample()
    save("weights", weights)
    for i, name in enumerate(("x.support", "y.support", "x.query", "y.query")):
        save(name, [torch.eye(WAYS)[task[i]] if name.startswith("y") else task[i] for task in tasks])
    for form, (steps, is_second_order) in FORMS.items():
        for weight in weights:
            weight.grad = None
        loop.meta_loss(weights, tasks, steps, is_second_order)
        save(f"gradient.loop.{form}", [weight.grad for weight in weights])


def compare():
    differences = {}
    for form in FORMS:
        expected, found = (numpy.fromfile(folder / f"gradient.{name}.{form}", "<f4") for name in ("loop", "csharp"))
        differences[form] = abs(found - expected).max() / abs(expected).max()
    # A NaN is no agreement either.
    wrong = [f"{what}: {difference:.1e}" for what, difference in differences.items() if not difference <= TOLERANCE]
    if wrong:
        sys.exit(f"The meta-gradients differ from the loop's by more than {TOLERANCE:.0e} of its largest entry: {'; '.join(wrong)}.")
    print(f"The meta-gradients agree: {', '.join(f'{form} {difference:.1e}' for form, difference in differences.items())} of the largest entry.")


write() if sys.argv[1] == "write" else compare()
