"""Prints the table of a run from the speeds that its processes left, and with --json the ratios as the last line."""
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

# Our iterations a second over the loop's, so higher is better; the bar is the least it may be.
BARS = {"second_order_1": 1.25, "second_order_5": 1.5, "first_order_5": 1.4}
LABELS = {"second_order_1": "second order, 1 step", "second_order_5": "second order, 5 steps", "first_order_5": "first order, 5 steps"}


def medians(folder, implementation):
    speeds = defaultdict(list)
    for file in folder.glob(f"speed.{implementation}.*"):
        for line in file.read_text().splitlines():
            form, speed = line.split()
            speeds[form].append(float(speed))
    return {form: statistics.median(values) for form, values in speeds.items()}


folder = Path(sys.argv[1])
loop, ours = medians(folder, "loop"), medians(folder, "csharp")
ratios = {form: ours[form] / loop[form] for form in BARS}
print("| iterations a second, 2 cores | PyTorch, loop | ours | ours/loop |  bar |")
print("|------------------------------|--------------:|-----:|----------:|-----:|")
for form, bar in BARS.items():
    print(f"| {LABELS[form]:<28} | {loop[form]:13.2f} | {ours[form]:4.2f} | {ratios[form]:9.2f} | {bar:4.2f} |")
missed = [form for form, bar in BARS.items() if ratios[form] < bar]
print("Every bar holds." if not missed else f"Below the bar: {', '.join(missed)}.")
if "--json" in sys.argv:
    print(json.dumps({form: round(ratios[form], 3) for form in BARS}))
