"""Prints the table of a run from the times that its processes left, and with --json the ratios as the last line."""
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

LABELS = {
    "add": "a.add(b)",
    "add_inplace": "a.add_(b)",
    "mm": "mm, 8x8",
    "bmm": "bmm, 25 x 10x40 x 40x40",
    "zeros": "zeros(8)",
    "sum_item": "sum().ToSingle()",
    "add_scalar": "a + 1f",
    "grad_of_grad": "gradient of gradient of sum(x^3)",
}
# Time over time, so lower is better; the bar is the most it may be.
BARS = {
    "add_vs_cpp": 1.25,
    "add_vs_python": 0.8,
    "add_inplace_vs_cpp": 1.35,
    "mm_vs_cpp": 1.35,
    "zeros_vs_cpp": 1.35,
    "sum_item_vs_cpp": 1.35,
    "add_scalar_vs_cpp": 1.35,
    "grad_of_grad_vs_cpp": 1.15,
}


def medians(folder, language):
    times = defaultdict(list)
    for file in folder.glob(f"{language}.*"):
        for line in file.read_text().splitlines():
            name, nanoseconds = line.split()
            times[name].append(float(nanoseconds))
    return {name: statistics.median(values) for name, values in times.items()}


folder = Path(sys.argv[1])
cpp, ours, python = (medians(folder, language) for language in ("cpp", "csharp", "python"))
ratios = {f"{name}_vs_cpp": ours[name] / cpp[name] for name in LABELS}
ratios["add_vs_python"] = ours["add"] / python["add"]

print(f"| {'8 floats, 1 thread, ns a call':<33} |    C++ |   ours | Python | ours/C++ |  bar | ours/Python |  bar |")
print("|" + "-" * 35 + "|-------:|-------:|-------:|---------:|-----:|------------:|-----:|")
for name, label in LABELS.items():
    against_python = BARS.get(f"{name}_vs_python", "")
    print(
        f"| {label:<33} | {cpp[name]:6.0f} | {ours[name]:6.0f} | {python[name]:6.0f} "
        f"| {ratios[f'{name}_vs_cpp']:8.2f} | {BARS.get(f'{name}_vs_cpp', ''):4} | {ours[name] / python[name]:11.2f} | {against_python:>4} |"
    )
missed = [name for name, bar in BARS.items() if ratios[name] > bar]
print("Every bar holds." if not missed else f"Over the bar: {', '.join(missed)}.")
if "--json" in sys.argv:
    print(json.dumps({name: round(ratio, 3) for name, ratio in ratios.items()}))
